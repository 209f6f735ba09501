package ca.vitaravox.server.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Reads the log of every end-to-end test, at the most talkative level our own code has, and fails the class in whose
 * course anything of {@link Seeded} came into it. Found by JUnit itself, so that no test can forget it.
 */
public final class NothingPersonal implements BeforeAllCallback, AfterAllCallback {
    private static final Namespace OURS = Namespace.create(NothingPersonal.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (context.getRequiredTestClass().getName().endsWith("IT")) {
            context.getStore(OURS).put("log", new CapturedLog());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        CapturedLog log = context.getStore(OURS).remove("log", CapturedLog.class);
        if (log != null) {
            log.close();
            List<String> leaks = leaks(log.text());
            if (!leaks.isEmpty()) {
                throw new AssertionError(context.getRequiredTestClass().getSimpleName() + " left in the log: " + leaks);
            }
        }
    }

    /** What a log has of {@link Seeded}: the kinds found, and the beginning of the line, which says who wrote it. */
    public static List<String> leaks(String log) {
        List<String> leaks = new ArrayList<>();
        for (String line : log.split("\n")) {
            Set<String> found = Seeded.in(line);
            if (!found.isEmpty()) {
                leaks.add(found + " by " + line.replaceAll("^(\\S+ \\S+ \\S+).*", "$1"));
            }
        }
        return leaks;
    }
}
