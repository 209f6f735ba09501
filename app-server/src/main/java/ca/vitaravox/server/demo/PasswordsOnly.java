package ca.vitaravox.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A new cluster trusts everybody on the machine; this has it ask for passwords. */
final class PasswordsOnly {
    private static final String RULES = """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private PasswordsOnly() {}

    static void enforce(DataSource asSuperuser, Path cluster) throws IOException, SQLException {
        Path file = cluster.resolve("pg_hba.conf");
        if (Files.readString(file).equals(RULES)) {
            return;
        }
        Files.writeString(file, RULES);
        try (Connection connection = asSuperuser.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("select pg_reload_conf()");
        }
    }
}
