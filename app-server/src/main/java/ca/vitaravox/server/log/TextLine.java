package ca.vitaravox.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.util.Map;
import java.util.regex.Pattern;

/** A log line for people: time (UTC), level, class, message, context. Thread-safe. */
public final class TextLine extends LayoutBase<ILoggingEvent> {
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
    private static final char DELETE = 0x7f;

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(200)
                .append(event.getInstant())
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1))
                .append(" - ")
                .append(onOneLine(event.getFormattedMessage()));
        for (Map.Entry<String, String> each : event.getMDCPropertyMap().entrySet()) {
            line.append(' ').append(each.getKey()).append('=').append(onOneLine(each.getValue()));
        }
        line.append('\n');
        Throwables.lines(event.getThrowableProxy())
                .forEach(each -> line.append("  ").append(onOneLine(each)).append('\n'));
        return line.toString();
    }

    private static String onOneLine(String text) {
        if (text == null) {
            return "";
        }
        return text.chars().anyMatch(TextLine::isControl)
                ? CONTROLS.matcher(text).replaceAll(" ")
                : text;
    }

    /** Most texts have none, and are looked through more quickly than matched. */
    private static boolean isControl(int character) {
        return character < ' ' || character == DELETE;
    }
}
