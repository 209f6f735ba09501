package ca.vitaravox.server.demo;

import ca.vitaravox.server.config.Secret;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The random passwords of the demo's database roles.
 *
 * @param superuser of PostgreSQL's own {@code postgres}
 * @param owner of the role that owns the tables
 * @param application of the role the server works with
 */
record RolePasswords(Secret superuser, Secret owner, Secret application) {
    private static final int BYTES = 24;

    /** The passwords kept in this file; new ones are made and kept, readable by the owner alone, if there is none. */
    static RolePasswords in(Path file) throws IOException {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader text = Files.newBufferedReader(file)) {
                kept.load(text);
            }
        }
        SecureRandom random = new SecureRandom();
        for (String role : new String[] {"superuser", "owner", "application"}) {
            kept.computeIfAbsent(role, none -> random(random));
        }
        try (Writer text = Files.newBufferedWriter(file)) {
            DataFolder.keepPrivate(file, "rw-------");
            kept.store(text, null);
        }
        return new RolePasswords(secret(kept, "superuser"), secret(kept, "owner"), secret(kept, "application"));
    }

    private static Secret secret(Properties kept, String role) {
        return new Secret(kept.getProperty(role));
    }

    private static String random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
