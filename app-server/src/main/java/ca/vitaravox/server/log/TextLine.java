package ca.vitaravox.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.util.Map;

/** A log line for people: time (UTC), level, class, message, context. Thread-safe. */
public final class TextLine extends LayoutBase<ILoggingEvent> {
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
        return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ");
    }
}
