package ca.vitaravox.server.task;

import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.server.access.Words;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which task a path names. What a task is about may have a slash in it, which no path can.
 *
 * @param kind its kind
 * @param about what it is about
 */
record TaskName(TaskKind kind, String about) {
    private static final Pattern FORM = Pattern.compile("([a-z_]{1,40}):([A-Za-z0-9._:/-]{1,200})");

    static TaskName of(Task task) {
        return new TaskName(task.kind(), task.about());
    }

    /** The task of an id; refuses what is none with {@link IllegalArgumentException}. */
    static TaskName read(String id) {
        Matcher text = FORM.matcher(new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8));
        if (!text.matches()) {
            throw new IllegalArgumentException("no id of a task");
        }
        return new TaskName(TaskKind.valueOf(text.group(1).toUpperCase(Locale.ROOT)), text.group(2));
    }

    String id() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return Words.word(kind) + ":" + about;
    }
}
