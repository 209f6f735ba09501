package ca.vitaravox.vapi.webhook;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The ways a signature is written: hexadecimal or Base64, with or without a prefix. */
final class SignatureText {
    private static final List<String> PREFIXES = List.of("sha256=", "sha512=", "v1=", "v1,", "v1:", "v1");
    private static final byte[] UNREADABLE = {};

    private SignatureText() {}

    /** The bytes written, 32 or 64 of them; none if it cannot be read. A prefix is looked for only where it must be. */
    static byte[] bytes(String written) {
        byte[] whole = decoded(written);
        if (whole.length > 0) {
            return whole;
        }
        for (String prefix : PREFIXES) {
            if (written.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                return decoded(written.substring(prefix.length()).strip());
            }
        }
        return UNREADABLE;
    }

    private static byte[] decoded(String text) {
        try {
            return switch (text.length()) {
                case 64, 128 -> HexFormat.of().parseHex(text);
                case 43, 44, 86, 88 ->
                    sized(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
                default -> UNREADABLE;
            };
        } catch (IllegalArgumentException e) {
            return UNREADABLE;
        }
    }

    private static byte[] sized(byte[] bytes) {
        return bytes.length == 32 || bytes.length == 64 ? bytes : UNREADABLE;
    }
}
