package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.ClinicId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Users and sessions as JSON. */
final class Shapes {
    private Shapes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode user(User user) {
        ObjectNode shape = object();
        shape.put("id", user.id().value())
                .put("email", user.email().value())
                .put("name", user.name())
                .put("role", Words.word(user.role()))
                .put("locked", user.locked())
                .put("secondFactor", user.secondFactor())
                .put("createdAt", user.createdAt().toString());
        user.clinics().stream().map(ClinicId::value).sorted().forEach(shape.putArray("clinics")::add);
        return shape;
    }

    static ObjectNode session(Session session, boolean current) {
        return object().put("id", session.id().value())
                .put("kind", Words.word(session.kind()))
                .put("secondFactor", session.secondFactor())
                .put("startedAt", session.startedAt().toString())
                .put("seenAt", session.seenAt().toString())
                .put("expiresAt", session.startedAt().plus(Session.LONGEST).toString())
                .put("current", current);
    }
}
