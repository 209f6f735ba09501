package ca.vitaravox.server.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log tells of an exception: its classes, where it came from, and the message of our own exceptions. Messages of
 * others are left out, since a parser or a database repeats in them what it was given.
 */
final class Throwables {
    private static final String OURS = "ca.vitaravox.";
    private static final int MOST_CAUSES = 8;
    private static final int MOST_FRAMES = 15;

    private Throwables() {}

    static List<String> lines(IThrowableProxy thrown) {
        List<String> lines = new ArrayList<>();
        IThrowableProxy each = thrown;
        for (int depth = 0; each != null && depth < MOST_CAUSES; depth++) {
            lines.add((depth == 0 ? "" : "caused by ") + headline(each));
            StackTraceElementProxy[] frames = each.getStackTraceElementProxyArray();
            int own = Math.min(frames.length - each.getCommonFrames(), MOST_FRAMES);
            for (int i = 0; i < own; i++) {
                lines.add("  at " + frames[i].getStackTraceElement());
            }
            each = each.getCause();
        }
        return lines;
    }

    private static String headline(IThrowableProxy thrown) {
        boolean ours = thrown.getClassName().startsWith(OURS);
        return thrown.getClassName() + (ours && thrown.getMessage() != null ? ": " + thrown.getMessage() : "");
    }
}
