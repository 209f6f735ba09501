package ca.vitaravox.ports.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry as it is kept in its chain. What is kept may have been tampered with: {@link #isWhole} tells.
 *
 * @param chain in which chain it is
 * @param position where in it
 * @param form in which form its hash was made
 * @param previous the hash of the one before
 * @param texts what it says, as texts in a fixed order
 * @param hash its own
 */
public record Link(ChainName chain, long position, int form, Hash previous, List<Optional<String>> texts, Hash hash) {
    /** The form in which hashes are made today, and the only one so far. */
    public static final int FORM = 1;

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** That of an entry. */
    public Link {
        texts = List.copyOf(texts);
    }

    /** A moment as links hash it: in UTC, to the microsecond. */
    public static String moment(Instant at) {
        return MICROS.format(at);
    }

    /** The link that follows a head. */
    public static Link after(Head head, List<Optional<String>> texts) {
        long position = head.position() + 1;
        Hash hash = hash(head.chain(), position, head.hash(), Hash.of(texts));
        return new Link(head.chain(), position, FORM, head.hash(), texts, hash);
    }

    /**
     * The hash of a link: of {@code ["1", chain, position, previous, content]}, the last two in hexadecimal digits.
     *
     * @param content the hash of what the entry says
     */
    public static Hash hash(ChainName chain, long position, Hash previous, Hash content) {
        return Hash.of(List.of(
                Optional.of(Integer.toString(FORM)),
                Optional.of(chain.value()),
                Optional.of(Long.toString(position)),
                Optional.of(previous.hex()),
                Optional.of(content.hex())));
    }

    /** The hash of what it says. */
    public Hash content() {
        return Hash.of(texts);
    }

    /** Whether its hash is that of what it says, in this place of this chain. */
    public boolean isWhole() {
        return hash.equals(hash(chain, position, previous, content()));
    }

    /** The head of its chain, when it was the last. */
    public Head head() {
        return new Head(chain, position, hash);
    }
}
