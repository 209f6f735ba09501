package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.server.Main;
import ca.vitaravox.server.clinic.AesGcmEnvelope;
import ca.vitaravox.server.clinic.EncryptionKeys;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.ChildProcess;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done to users from the server itself. */
class AdminCommandsIT {
    private static final String NEWER = "k2:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static String output(int status, String keys, String... arguments) throws Exception {
        Map<String, String> environment = TestServer.running().environment();
        environment.put("VITARAVOX_ENCRYPTION_KEYS", keys);
        try (ChildProcess process = ChildProcess.run(Main.class, environment, arguments)) {
            String output = String.join("\n", process.rest());
            assertEquals(status, process.exitCode(), output);
            return output;
        }
    }

    private static String lastWord(String output) {
        return output.substring(output.lastIndexOf(' ') + 1).strip();
    }

    private static int login(String email, String password) {
        return Admin.send("POST", "/api/auth/login", Map.of("email", email, "password", password), Map.of())
                .statusCode();
    }

    @Test
    void the_first_admin_is_created_once_loses_their_password_and_gets_in_again() throws Exception {
        String email = "first" + System.nanoTime() + "@clinic.test";
        String[] create = {"admin", "create-user", "--email", email, "--name", "First Admin"};
        String first = lastWord(output(0, TestServer.ENCRYPTION_KEYS, create));
        assertEquals(200, login(email, first));
        assertTrue(output(1, TestServer.ENCRYPTION_KEYS, create).contains("reset-password"));

        for (int i = 0; i < 6; i++) {
            login(email, "wrong");
        }
        String second =
                lastWord(output(0, TestServer.ENCRYPTION_KEYS, "admin", "reset-password", email, "--second-factor"));
        assertEquals(401, login(email, second), "closed after failures");
        output(0, TestServer.ENCRYPTION_KEYS, "admin", "unlock", email);
        assertEquals(200, login(email, second));
        assertEquals(401, login(email, first));
    }

    @Test
    void keys_are_rotated_while_the_server_runs_and_a_missing_one_is_named() throws Exception {
        User user = Admin.user(Role.PLATFORM_ADMIN);
        Admin.fullToken(user);
        String before = sealed(user);
        ClinicId clinic = new ClinicId(
                TestClinic.open(TestServer.running().database(), "rotated", 0).id());
        CallId call = Fresh.call();
        transcripts(TestServer.ENCRYPTION_KEYS).keep(clinic, call, "User: Hello.", Instant.now());

        String refused = output(1, NEWER, "keys", "rotate");
        assertTrue(refused.contains("\"k1\"") && refused.contains("VITARAVOX_ENCRYPTION_KEYS"), refused);
        assertEquals(before, sealed(user));
        output(0, NEWER + "," + TestServer.ENCRYPTION_KEYS, "keys", "rotate");
        assertTrue(sealed(user).startsWith("v1.k2."));
        output(0, NEWER, "keys", "rotate");
        assertEquals(
                "User: Hello.",
                transcripts(NEWER).transcript(clinic, call).orElseThrow().text());

        output(0, TestServer.ENCRYPTION_KEYS + "," + NEWER, "keys", "rotate");
        assertTrue(sealed(user).startsWith("v1.k1."));
        assertFalse(before.equals(sealed(user)));
    }

    private static Transcripts transcripts(String keys) {
        return TestServer.running().database().staff().transcripts(new AesGcmEnvelope(EncryptionKeys.of(keys)));
    }

    private static String sealed(User user) {
        return TestServer.running()
                .database()
                .access()
                .users()
                .find(user.id())
                .orElseThrow()
                .sealedSecret()
                .orElseThrow();
    }
}
