package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.Province;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Days off as JSON: whose statutory holidays are observed, and closures of the clinic or of one provider, of whole days or
 * of a part of each.
 */
final class DaysOff {
    static final ClinicDocument.Form FORM =
            new ClinicDocument.Form("holidays", "/holidays", DaysOff::shape, DaysOff::read);

    private DaysOff() {}

    private static ObjectNode shape(Clinic clinic) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        clinic.holidays().ifPresent(province -> shape.put("statutory", Words.word(province)));
        ArrayNode closures = shape.putArray("closures");
        for (Closure closure : clinic.closures()) {
            ObjectNode one = closures.addObject()
                    .put("first", closure.first().toString())
                    .put("last", closure.last().toString())
                    .put("reason", closure.reason());
            closure.hours()
                    .ifPresent(hours -> one.put("from", hours.from().toString())
                            .put("to", hours.to().toString()));
            closure.provider().ifPresent(provider -> one.put("providerId", provider.value()));
        }
        return shape;
    }

    private static UnaryOperator<Clinic> read(Body body) {
        Optional<Province> statutory = body.someConstant("statutory", Province.class);
        List<Closure> closures = body.objects("closures", Clinic.MOST_OF_EACH, DaysOff::closure);
        return clinic -> {
            for (int i = 0; i < closures.size(); i++) {
                Optional<ProviderId> who = closures.get(i).provider();
                if (who.isPresent() && clinic.provider(who.get()).isEmpty()) {
                    throw Problem.field("closures/" + i + "/providerId", "is no provider of the clinic");
                }
            }
            return clinic.closed(closures, statutory);
        };
    }

    private static Closure closure(Body body) {
        LocalDate first = body.value("first", LocalDate::parse);
        LocalDate last = body.value("last", LocalDate::parse);
        String reason = body.line("reason", Closure.LONGEST_REASON);
        Optional<ProviderId> provider = body.someValue("providerId", ProviderId::new);
        Optional<Closure.Hours> hours = hours(body);
        return body.made("last", () -> new Closure(first, last, hours, reason, provider));
    }

    private static Optional<Closure.Hours> hours(Body body) {
        Optional<LocalTime> from = body.someValue("from", LocalTime::parse);
        Optional<LocalTime> to = body.someValue("to", LocalTime::parse);
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        LocalTime begins = from.orElseThrow(() -> body.refusal("from", "is missing"));
        LocalTime ends = to.orElseThrow(() -> body.refusal("to", "is missing"));
        return Optional.of(body.made("to", () -> new Closure.Hours(begins, ends)));
    }
}
