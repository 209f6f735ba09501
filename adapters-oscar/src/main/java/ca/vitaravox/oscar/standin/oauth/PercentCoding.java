package ca.vitaravox.oscar.standin.oauth;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as RFC 5849 section 3.6 wants it: letters, digits and {@code -._~} stay, a space is {@code %20}. */
final class PercentCoding {
    private static final String KEPT = "-._~";
    private static final String DIGITS = "0123456789ABCDEF";

    private PercentCoding() {}

    static String encode(String plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte next : plain.getBytes(StandardCharsets.UTF_8)) {
            if (isKept((char) (next & 0xFF))) {
                encoded.append((char) next);
            } else {
                encoded.append('%').append(DIGITS.charAt((next >> 4) & 0xF)).append(DIGITS.charAt(next & 0xF));
            }
        }
        return encoded.toString();
    }

    /** What was encoded; a percent sign that begins no two hexadecimal digits stays, and so does a plus. */
    static String decode(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            int octet = bytes[at] == '%' && at + 2 < bytes.length ? octet(bytes[at + 1], bytes[at + 2]) : -1;
            plain.write(octet < 0 ? bytes[at] : octet);
            at += octet < 0 ? 0 : 2;
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static int octet(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }

    private static boolean isKept(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || KEPT.indexOf(letter) >= 0;
    }
}
