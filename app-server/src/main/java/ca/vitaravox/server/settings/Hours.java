package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Opening hours as JSON: for each weekday, in order, from when to when; none on a day that is closed. */
final class Hours {
    static final ClinicDocument.Form FORM = new ClinicDocument.Form("hours", "/hours", Hours::shape, Hours::read);

    private Hours() {}

    private static ObjectNode shape(Clinic clinic) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        for (DayOfWeek day : DayOfWeek.values()) {
            ArrayNode hours = shape.putArray(Words.word(day));
            clinic.hours()
                    .getOrDefault(day, List.of())
                    .forEach(each -> hours.addObject()
                            .put("open", each.open().toString())
                            .put("close", each.close().toString()));
        }
        return shape;
    }

    private static UnaryOperator<Clinic> read(Body body) {
        Map<DayOfWeek, List<OpenHours>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String word = Words.word(day);
            List<OpenHours> that = body.objects(word, OpenHours.MOST, Hours::stretch);
            if (!that.isEmpty()) {
                hours.put(day, body.made(word, () -> OpenHours.ofDay(that)));
            }
        }
        return clinic -> clinic.open(hours);
    }

    private static OpenHours stretch(Body body) {
        LocalTime open = body.value("open", LocalTime::parse);
        LocalTime close = body.value("close", LocalTime::parse);
        return body.made("close", () -> new OpenHours(open, close));
    }
}
