package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.Audience;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Providers as JSON, with who may be booked with them for which visit type. */
final class Providers {
    static final ItemForm<Provider> FORM = new ItemForm<>(
            "providers",
            "provider",
            Clinic::providers,
            Clinic::with,
            provider -> provider.id().value(),
            Providers::shape,
            Providers::read,
            Providers::check);

    private Providers() {}

    private static ObjectNode shape(Provider provider) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("id", provider.id().value())
                .put("displayName", provider.displayName());
        provider.specialty().ifPresent(specialty -> shape.put("specialty", specialty));
        shape.put("acceptingNewPatients", provider.acceptingNewPatients()).put("bookable", provider.bookable());
        ObjectNode audiences = shape.putObject("visitTypes");
        provider.audiences().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(VisitTypeCode::value)))
                .forEach(each -> audiences.put(each.getKey().value(), Words.word(each.getValue())));
        return shape;
    }

    private static Provider read(String id, Body body) {
        ItemId.check(body, "id", id);
        String name = body.line("displayName", Provider.LONGEST_NAME);
        var specialty = body.someLine("specialty", Provider.LONGEST_NAME);
        boolean accepting = body.flag("acceptingNewPatients");
        boolean bookable = body.flag("bookable");
        Map<VisitTypeCode, Audience> audiences = new LinkedHashMap<>();
        body.someObject("visitTypes")
                .ifPresent(types -> types.names()
                        .forEach(code -> audiences.put(
                                types.made(code, () -> new VisitTypeCode(code)),
                                types.constant(code, Audience.class))));
        return new Provider(new ProviderId(id), name, specialty, accepting, bookable, audiences);
    }

    private static void check(Clinic clinic, Provider provider) {
        provider.audiences().keySet().stream()
                .filter(code -> clinic.visitType(code).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.field("visitTypes/" + unknown, "is no visit type of the clinic");
                });
    }
}
