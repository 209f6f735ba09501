package ca.vitaravox.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which version runs, as the build wrote it into the jar. */
public final class Version implements IVersionProvider {
    private static final String BUILD = "/META-INF/maven/ca.vitaravox/app-server/pom.properties";

    /** The version; {@code development} where classes run without a jar. */
    public static String text() {
        Properties build = new Properties();
        try (InputStream file = Version.class.getResourceAsStream(BUILD)) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return build.getProperty("version", "development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"VitaraVox " + text()};
    }
}
