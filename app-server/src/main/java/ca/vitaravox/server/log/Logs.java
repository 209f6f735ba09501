package ca.vitaravox.server.log;

import ca.vitaravox.server.config.ServerConfig.LogFormat;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sets the log up, before anything is logged: Logback reads these properties when its first logger is made. */
public final class Logs {
    private Logs() {}

    /** Log lines of this format go to the standard error. */
    public static void toConsole(LogFormat format) {
        begin(format);
    }

    /** Log lines of this format go to a file, which is rolled over. */
    public static void toFile(LogFormat format, Path file) {
        System.setProperty("vitaravox.log.to", "FILE");
        System.setProperty("vitaravox.log.file", file.toString());
        begin(format);
    }

    private static void begin(LogFormat format) {
        System.setProperty("vitaravox.log.format", format == LogFormat.JSON ? "Json" : "Text");
        LoggerFactory.getLogger(Logs.class).debug("the log begins");
    }
}
