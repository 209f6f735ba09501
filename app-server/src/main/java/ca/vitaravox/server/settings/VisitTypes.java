package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.Buffers;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.server.access.Body;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Visit types as JSON. */
final class VisitTypes {
    static final ItemForm<VisitType> FORM = new ItemForm<>(
            "visit-types",
            "type",
            Clinic::visitTypes,
            Clinic::offering,
            type -> type.code().value(),
            VisitTypes::shape,
            VisitTypes::read,
            (clinic, type) -> {});

    private VisitTypes() {}

    private static ObjectNode shape(VisitType type) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("code", type.code().value())
                .put("minutes", type.length().toMinutes());
        ObjectNode names = shape.putObject("names");
        for (Language language : Language.values()) {
            if (type.names().containsKey(language)) {
                names.put(language.code(), type.names().get(language));
            }
        }
        new TreeSet<>(type.aliases()).forEach(shape.putArray("aliases")::add);
        return shape.put("emrType", type.emrType())
                .put("minutesBefore", type.buffers().before().toMinutes())
                .put("minutesAfter", type.buffers().after().toMinutes());
    }

    private static VisitType read(String id, Body body) {
        ItemId.check(body, "code", id);
        VisitTypeCode code = body.made("code", () -> new VisitTypeCode(id));
        Duration length = Duration.ofMinutes(body.number("minutes", 5, 240));
        Map<Language, String> names = new EnumMap<>(Language.class);
        body.someObject("names").ifPresent(given -> {
            for (Language language : Language.values()) {
                given.someLine(language.code(), VisitType.LONGEST_NAME).ifPresent(name -> names.put(language, name));
            }
        });
        Set<String> aliases =
                Set.copyOf(body.values("aliases", alias -> alias.strip().toLowerCase(java.util.Locale.ROOT)));
        String emrType = body.someText("emrType").orElse("");
        Duration before =
                Duration.ofMinutes(body.someNumber("minutesBefore", 0, 120).orElse(0));
        Duration after =
                Duration.ofMinutes(body.someNumber("minutesAfter", 0, 120).orElse(0));
        return body.made(
                "aliases", () -> new VisitType(code, length, names, aliases, emrType, new Buffers(before, after)));
    }
}
