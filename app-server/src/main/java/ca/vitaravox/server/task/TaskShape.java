package ca.vitaravox.server.task;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskDesk.By;
import ca.vitaravox.ports.task.TaskDesk.Kept;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tasks as JSON, with the names of who does them, which are asked for once for all. For one answer. */
public final class TaskShape {
    private final Users users;
    private final Map<UserId, String> names = new HashMap<>();

    /** With the names of these users. */
    public TaskShape(Users users) {
        this.users = users;
    }

    /** Finds out who does these tasks; returns them. */
    public List<Kept> named(List<Kept> tasks) {
        Set<UserId> who = tasks.stream()
                .flatMap(kept -> Stream.of(kept.taken(), kept.finished()))
                .flatMap(Optional::stream)
                .flatMap(by -> by.user().stream())
                .collect(Collectors.toSet());
        names.putAll(users.names(who));
        return tasks;
    }

    ObjectNode of(Kept kept) {
        Task task = kept.task();
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("id", TaskName.of(task).id())
                .put("kind", Words.word(task.kind()))
                .put("about", task.about())
                .put("at", task.at().toString());
        task.patient().map(PatientId::value).ifPresent(id -> shape.put("patientId", id));
        task.call().map(CallId::value).ifPresent(id -> shape.put("callId", id));
        task.message().ifPresent(message -> shape.set("message", of(message)));
        kept.taken().ifPresent(by -> shape.set("taken", of(by)));
        kept.finished().ifPresent(by -> shape.set("done", of(by)));
        return shape;
    }

    /** Who did something to one of them, and when. */
    public ObjectNode of(By by) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        by.user().ifPresent(user -> {
            shape.put("by", user.value());
            Optional.ofNullable(names.get(user)).ifPresent(name -> shape.put("name", name));
        });
        return shape.put("at", by.at().toString());
    }

    private static ObjectNode of(Message message) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode().put("reason", message.reason());
        message.caller().map(PhoneNumber::e164).ifPresent(number -> shape.put("caller", number));
        message.callBack().map(PhoneNumber::e164).ifPresent(number -> shape.put("callBack", number));
        message.text().ifPresent(text -> shape.put("text", text));
        return shape;
    }
}
