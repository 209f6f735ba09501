package ca.vitaravox.server.testing;

import ca.vitaravox.server.log.TextLine;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.Layout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The log as production writes it, from now until closed. Some lines are written once the answer is given, so a test that
 * wants a line waits for it.
 */
public final class CapturedLog implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final List<String> lines = new ArrayList<>();
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

    /** What was written so far. */
    public String text() {
        return String.join("", lines());
    }

    /** The same, line by line. */
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Waits until this many lines have all these words. */
    public CapturedLog until(int count, String... words) {
        long begun = System.nanoTime();
        synchronized (lines) {
            while (lines.stream()
                            .filter(line -> Stream.of(words).allMatch(line::contains))
                            .count()
                    < count) {
                Duration left = LONGEST_WAIT.minusNanos(System.nanoTime() - begun);
                if (left.isNegative() || left.isZero()) {
                    throw new AssertionError("not " + count + " times " + List.of(words) + " in:\n" + text());
                }
                waitFor(left);
            }
        }
        return this;
    }

    private void waitFor(Duration atMost) {
        try {
            lines.wait(atMost.toMillis() + 1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was stopped", stopped);
        }
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
            String line = layout.doLayout(event);
            synchronized (lines) {
                lines.add(line);
                lines.notifyAll();
            }
        }
    }
}
