package ca.vitaravox.vapi.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Answers requests about things of one kind. */
final class Desk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OWN = List.of("id", "orgId", "createdAt", "updatedAt", "status");

    private final Shelf shelf;
    private final Intake intake;

    Desk(Shelf shelf, Shelves shelves) {
        this.shelf = shelf;
        this.intake = new Intake(shelf.kind(), shelves);
    }

    Told answer(String method, Optional<String> id, String body) {
        return switch (method) {
            case "GET" -> id.map(this::read).orElseGet(this::list);
            case "DELETE" -> id.flatMap(shelf::delete).map(gone -> Told.of(200, gone)).orElseGet(this::unknown);
            case "POST" -> sent(body).map(this::create).orElseGet(Desk::noJson);
            default -> sent(body)
                    .map(fields -> id.flatMap(shelf::kept)
                            .map(before -> change(id.get(), before, fields))
                            .orElseGet(this::unknown))
                    .orElseGet(Desk::noJson);
        };
    }

    private Told read(String id) {
        return shelf.find(id).map(found -> Told.of(200, found)).orElseGet(this::unknown);
    }

    private Told list() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        all.addAll(shelf.all());
        return Told.of(200, all);
    }

    private Told create(ObjectNode body) {
        ObjectNode taken = intake.taken(body);
        List<String> faults = intake.faults(taken);
        if (!faults.isEmpty()) {
            return Told.faulty(faults);
        }
        return Told.of(201, shelf.find(shelf.put(taken)).orElseThrow());
    }

    /** Each field is replaced as a whole; null takes it away. What was set when it was made cannot be sent again. */
    private Told change(String id, ObjectNode before, ObjectNode fields) {
        for (String fixed : List.of("type", "provider")) {
            if (fields.has(fixed)) {
                return Told.faulty(List.of("property " + fixed + " should not exist"));
            }
        }
        ObjectNode after = before.deepCopy();
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        OWN.forEach(name -> {
            if (after.has(name)) {
                own.set(name, after.remove(name));
            }
        });
        fields.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                after.remove(field.getKey());
            } else {
                after.set(field.getKey(), field.getValue());
            }
        });
        ObjectNode taken = intake.taken(after);
        List<String> faults = intake.faults(taken);
        if (!faults.isEmpty()) {
            return Told.faulty(faults);
        }
        own.setAll(taken);
        shelf.replace(id, own);
        return read(id);
    }

    private Told unknown() {
        return Told.refusal(404, "Not Found", "Couldn't get " + shelf.kind() + ". Does this ID exist?");
    }

    private static Told noJson() {
        return Told.refusal(400, "Bad Request", "Unexpected token in JSON");
    }

    private static Optional<ObjectNode> sent(String body) {
        try {
            return JSON.readTree(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }
}
