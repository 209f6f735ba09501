package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.AccessSecrets;
import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.binary.Base32;

/** Secrets from the machine's source of randomness. Thread-safe. */
public final class RandomSecrets implements AccessSecrets {
    private static final int ID_BYTES = 12;
    private static final int TOKEN_BYTES = 32;
    private static final int CODE_BYTES = 10;
    private static final int SECRET_BYTES = 20;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    /** The source. */
    public RandomSecrets() {}

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String id() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(ID_BYTES));
    }

    @Override
    public String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    @Override
    public String password() {
        return inGroups();
    }

    @Override
    public String secondFactor() {
        return new Base32().encodeToString(bytes(SECRET_BYTES));
    }

    @Override
    public String recoveryCode() {
        return inGroups();
    }

    /** 80 bits as four groups of four letters and digits. */
    private String inGroups() {
        String text = new Base32().encodeToString(bytes(CODE_BYTES));
        StringBuilder groups = new StringBuilder(text);
        for (int at = text.length() - GROUP; at > 0; at -= GROUP) {
            groups.insert(at, '-');
        }
        return groups.toString();
    }
}
