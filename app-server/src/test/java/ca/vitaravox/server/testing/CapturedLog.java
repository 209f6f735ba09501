package ca.vitaravox.server.testing;

import ca.vitaravox.server.log.TextLine;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.Layout;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** The log as production writes it, from now until closed. */
public final class CapturedLog implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Layout<ILoggingEvent> layout;
    private final Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = logger("ca.vitaravox");
    private final Level rootLevel = root.getLevel();
    private final Level oursLevel = ours.getLevel();
    private final Appender appender = new Appender();

    /** Begins, with lines for people. */
    public CapturedLog() {
        this(new TextLine());
    }

    /** Begins, with lines of this form. */
    public CapturedLog(Layout<ILoggingEvent> layout) {
        this.layout = layout;
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.INFO);
        ours.setLevel(Level.DEBUG);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** What was written. */
    public String text() {
        return String.join("", lines);
    }

    /** The same, line by line. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        root.setLevel(rootLevel);
        ours.setLevel(oursLevel);
    }

    private final class Appender extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(layout.doLayout(event));
        }
    }
}
