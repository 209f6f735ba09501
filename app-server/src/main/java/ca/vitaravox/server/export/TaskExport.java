package ca.vitaravox.server.export;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskDesk;
import ca.vitaravox.ports.task.TaskDesk.By;
import ca.vitaravox.ports.task.TaskDesk.Kept;
import ca.vitaravox.ports.task.TaskDesk.Mark;
import ca.vitaravox.server.access.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tasks, those that are open before those that are done, the oldest first.
 *
 * @param desk where they are
 * @param users who does them
 * @param clinic whose
 * @param times by which clock
 */
record TaskExport(TaskDesk desk, Users users, ClinicId clinic, Times times) implements Export {
    @Override
    public void write(Csv file) throws IOException {
        file.row(
                "kind",
                "about",
                "since",
                "chart",
                "call",
                "message_about",
                "message",
                "caller",
                "call_back",
                "taken_by",
                "taken",
                "done_by",
                "done");
        Rows rows = new Rows(file);
        if (write(rows, file, false)) {
            write(rows, file, true);
        }
    }

    private boolean write(Rows rows, Csv file, boolean done) throws IOException {
        Map<UserId, String> names = new HashMap<>();
        return rows.write(
                (last, most) -> desk.page(clinic, done, last.map(Kept::task).map(Mark::of), most),
                (List<Kept> page) -> {
                    names.putAll(users.names(who(page)));
                    for (Kept kept : page) {
                        write(file, kept, names);
                    }
                });
    }

    private static Set<UserId> who(List<Kept> tasks) {
        return tasks.stream()
                .flatMap(kept -> Stream.of(kept.taken(), kept.finished()))
                .flatMap(Optional::stream)
                .flatMap(by -> by.user().stream())
                .collect(Collectors.toSet());
    }

    private void write(Csv file, Kept kept, Map<UserId, String> names) throws IOException {
        Task task = kept.task();
        Optional<Message> message = task.message();
        file.row(
                Words.word(task.kind()),
                task.about(),
                times.of(task.at()),
                task.patient().map(PatientId::value).orElse(""),
                task.call().map(CallId::value).orElse(""),
                message.map(Message::reason).orElse(""),
                message.flatMap(Message::text).orElse(""),
                message.flatMap(Message::caller).map(PhoneNumber::e164).orElse(""),
                message.flatMap(Message::callBack).map(PhoneNumber::e164).orElse(""),
                name(kept.taken(), names),
                times.of(kept.taken().map(By::at)),
                name(kept.finished(), names),
                times.of(kept.finished().map(By::at)));
    }

    private static String name(Optional<By> by, Map<UserId, String> names) {
        return by.flatMap(By::user)
                .map(user -> names.getOrDefault(user, user.value()))
                .orElse("");
    }
}
