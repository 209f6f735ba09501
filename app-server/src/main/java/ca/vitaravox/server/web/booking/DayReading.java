package ca.vitaravox.server.web.booking;

import ca.vitaravox.server.web.clinic.ClinicWords;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A day as the interface tells it, read for the grid. For one thread. */
final class DayReading {
    /** A day closed in part has the place of that part; one that is closed as a whole has none, and makes no grid longer. */
    private static final List<String> IN_GRID = List.of("working", "appointments", "holds");

    private final JsonNode told;
    private final ClinicWords words;
    private final LocalDate date;

    DayReading(JsonNode told, ClinicWords words) {
        this.told = told;
        this.words = words;
        this.date = LocalDate.parse(told.path("day").asText());
    }

    /** All that has to have a place in the grid. */
    Stream<Stretch> stretches() {
        return IN_GRID.stream().flatMap(list -> items(list).map(this::stretch));
    }

    private Stream<JsonNode> items(String list) {
        return told.path(list).valueStream();
    }

    private Stretch stretch(JsonNode each) {
        return Stretch.of(each, date, words.zone());
    }

    WeekDay day(LocalDate today) {
        List<WeekClosed> closed = items("closed").map(this::closed).toList();
        return new WeekDay(
                date.toString(),
                words.texts().weekday(date),
                date.equals(today),
                closed,
                closed.stream().anyMatch(WeekClosed::wholeDay),
                items("working")
                        .map(each -> block("working", stretch(each), text("week.works"), each))
                        .toList(),
                blocks(),
                items("missing").map(JsonNode::asText).toList());
    }

    private WeekClosed closed(JsonNode each) {
        boolean wholeDay = each.path("wholeDay").asBoolean();
        String why = text("week.closed", each.path("reason").asText());
        return new WeekClosed(
                block("closed", stretch(each), why, each),
                wholeDay,
                each.path("of").asText(),
                each.path("closure").asInt(-1),
                each.path("oneDay").asBoolean());
    }

    private record Placed(Stretch stretch, Function<String, WeekBlock> at) {}

    /** What overlaps stands side by side. */
    private List<WeekBlock> blocks() {
        List<Placed> all = new ArrayList<>(openings());
        items("appointments").forEach(each -> all.add(placed("appointment", each, appointment(each))));
        items("holds").forEach(each -> all.add(placed("hold", each, hold(each))));
        all.sort(Comparator.comparing((Placed each) -> each.stretch().from())
                .thenComparing(each -> each.stretch().to()));
        List<Stretch> stretches = all.stream().map(Placed::stretch).toList();
        List<String> lanes = Lanes.of(stretches);
        List<WeekBlock> blocks = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            blocks.add(all.get(i).at().apply(lanes.get(i)));
        }
        return blocks;
    }

    private Placed placed(String kind, JsonNode each, String what) {
        Stretch stretch = stretch(each);
        boolean inClosedTime = each.path("inClosedTime").asBoolean();
        String css = each.path("byAssistant").asBoolean() ? " ours" : "";
        return new Placed(
                stretch, lane -> new WeekBlock(kind, stretch.place() + lane + css, stretch.time(), what, inClosedTime));
    }

    /** Openings that touch or overlap are one. */
    private List<Placed> openings() {
        List<Stretch> merged = new ArrayList<>();
        items("openings").map(this::stretch).forEach(each -> {
            Stretch before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && each.from() <= before.to()) {
                merged.set(merged.size() - 1, before.until(each));
            } else {
                merged.add(each);
            }
        });
        return merged.stream()
                .map(each -> new Placed(
                        each,
                        lane -> new WeekBlock("opening", each.place() + lane, each.time(), text("week.open"), false)))
                .toList();
    }

    private static WeekBlock block(String kind, Stretch stretch, String what, JsonNode each) {
        return new WeekBlock(
                kind,
                stretch.place(),
                stretch.time(),
                what,
                each.path("inClosedTime").asBoolean());
    }

    private String appointment(JsonNode each) {
        String type = each.path("type").asText("");
        String patient = each.has("name") ? each.path("name").asText() : chart(each);
        if (each.path("blocked").asBoolean()) {
            return text("week.blocked");
        }
        String status = each.path("status").asText();
        return joined(
                patient,
                type.isEmpty() ? text("week.appointment") : type,
                status.equals("booked") ? "" : text("week.status." + status),
                each.path("byAssistant").asBoolean() ? text("week.ours") : "");
    }

    private String hold(JsonNode each) {
        return joined(
                text("week." + each.path("state").asText()),
                words.visitType(each.path("visitType").asText()),
                chart(each));
    }

    private String chart(JsonNode each) {
        return each.has("patientId") ? text("task.chart", each.path("patientId").asText()) : "";
    }

    private static String joined(String... parts) {
        return String.join(
                " · ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }

    private String text(String key, Object... arguments) {
        Texts texts = words.texts();
        return texts.text(key, arguments);
    }
}
