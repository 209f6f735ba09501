package ca.vitaravox.vapi.standin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All things of one kind. Thread-safe. */
final class Shelf {
    private static final String ORGANISATION = "7c1f9a52-3b1e-4f0e-9d57-0f3a51c0aa01";

    private final String kind;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Map<String, ObjectNode> things = new LinkedHashMap<>();

    Shelf(String kind, InstantSource clock, Supplier<String> ids) {
        this.kind = kind;
        this.clock = clock;
        this.ids = ids;
    }

    String kind() {
        return kind;
    }

    synchronized List<ObjectNode> all() {
        return things.values().stream().map(this::told).toList();
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(things.get(id)).map(this::told);
    }

    /** What is kept, a credential's secret included. */
    synchronized Optional<ObjectNode> kept(String id) {
        return Optional.ofNullable(things.get(id)).map(ObjectNode::deepCopy);
    }

    synchronized String put(ObjectNode body) {
        String id = ids.get();
        ObjectNode thing = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("orgId", ORGANISATION)
                .put("createdAt", clock.instant().toString());
        thing.setAll(body.deepCopy());
        things.put(id, thing.put("updatedAt", clock.instant().toString()));
        return id;
    }

    synchronized void replace(String id, ObjectNode thing) {
        things.put(id, thing.deepCopy().put("updatedAt", clock.instant().toString()));
    }

    synchronized void edit(String id, Consumer<ObjectNode> hand) {
        ObjectNode thing = things.get(id).deepCopy();
        hand.accept(thing);
        replace(id, thing);
    }

    synchronized Optional<ObjectNode> delete(String id) {
        return Optional.ofNullable(things.remove(id)).map(this::told);
    }

    private ObjectNode told(ObjectNode thing) {
        ObjectNode told = thing.deepCopy();
        if (kind.equals("credential")) {
            told.remove("authenticationPlan");
        }
        return told;
    }
}
