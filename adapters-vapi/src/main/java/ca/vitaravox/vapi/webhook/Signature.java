package ca.vitaravox.vapi.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The signature on a request: {@code x-signature} over {@code x-timestamp}, a dot and the body.
 *
 * @param mac the signature's bytes: 32 of SHA-256 or 64 of SHA-512
 * @param timestamp the timestamp exactly as it was signed
 * @param at the moment it means
 */
record Signature(byte[] mac, String timestamp, Instant at) {
    /** How far a timestamp may lie from our clock, in both directions, the bound included. */
    static final Duration WINDOW = Duration.ofSeconds(300);

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
    /** Above this a timestamp counts milliseconds: as seconds it would lie in the year 5138. */
    private static final long LARGEST_IN_SECONDS = 100_000_000_000L;

    /** The signature a request carries, right or wrong; one that cannot be read has no bytes and agrees with nothing. */
    static Optional<Signature> of(Request request) {
        return request.headerNamed("x-signature").map(written -> {
            String timestamp = request.headerNamed("x-timestamp").orElse("");
            return new Signature(SignatureText.bytes(written), timestamp, moment(timestamp));
        });
    }

    private static Instant moment(String timestamp) {
        if (!DIGITS.matcher(timestamp).matches()) {
            return Instant.MIN;
        }
        long value = Long.parseLong(timestamp);
        return value > LARGEST_IN_SECONDS ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
    }

    /** Whether it was made at most {@link #WINDOW} before or after now. */
    boolean isFresh(Instant now) {
        return !at.isBefore(now.minus(WINDOW)) && !at.isAfter(now.plus(WINDOW));
    }

    /** What tells this signature from every other, however it was written. */
    String name() {
        return HexFormat.of().formatHex(mac);
    }
}
