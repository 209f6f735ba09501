package ca.vitaravox.server.audit;

import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Hash;
import ca.vitaravox.ports.audit.Head;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An anchor as a line of text, the same in files and in the log, so that either can be held against a chain later:
 * {@code audit-anchor chain=audit/harbourview position=17 hash=…}. The hash is in base64url, which no filter of logs takes
 * for a telephone number.
 */
public final class AnchorLine {
    private static final Pattern FORM =
            Pattern.compile("audit-anchor chain=(\\S+) position=([0-9]{1,18}) hash=([A-Za-z0-9_-]{43})");

    private AnchorLine() {}

    /** A head as such a line. */
    public static String of(Head head) {
        String hash = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(head.hash().hex()));
        return "audit-anchor chain=" + head.chain() + " position=" + head.position() + " hash=" + hash;
    }

    /** The anchors in lines of any kind, such as those of a log; other lines are passed over. */
    public static List<Head> in(Stream<String> lines) {
        return lines.map(FORM::matcher)
                .filter(Matcher::find)
                .map(AnchorLine::head)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Head> head(MatchResult found) {
        try {
            Hash hash = Hash.of(Base64.getUrlDecoder().decode(found.group(3)));
            return Optional.of(new Head(new ChainName(found.group(1)), Long.parseLong(found.group(2)), hash));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
