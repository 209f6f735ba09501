package ca.vitaravox.vapi.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as it came over the wire.
 *
 * @param header the value of a header by its name in any case; null where there is none
 * @param body the bytes of its body
 * @param arrived when it came
 */
record Request(Function<String, String> header, byte[] body, Instant arrived) {
    /** A header that is there and not blank. */
    Optional<String> headerNamed(String name) {
        return Optional.ofNullable(header.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Whether it carries anything that could be a proof. */
    boolean carriesProof() {
        return !Bearer.tokens(this).isEmpty() || Signature.of(this).isPresent();
    }

    /** Whether the body says it is JSON, whatever its parameters. */
    boolean saysJson() {
        return headerNamed("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"))
                .orElse(false);
    }
}
