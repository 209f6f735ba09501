package ca.vitaravox.vapi.tool;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.patient.EmailAddress;
import ca.vitaravox.ports.patient.PostalAddress;
import ca.vitaravox.ports.patient.ProvinceCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bounds that an argument has by what it means, beyond its schema, on both sides: of each argument of each tool that
 * is read as something. A new way of reading does not compile until its bounds are here. It is September 14, 2026.
 */
class MeaningBoundsTest {
    private static final String DOMAIN = "@" + "d".repeat(60) + ".example";

    private final ArgumentTrial trial = new ArgumentTrial();

    /** Values at the bounds, and just beyond them. */
    private record Bounds(List<JsonNode> within, List<JsonNode> beyond) {
        static Bounds of(List<String> within, List<String> beyond) {
            return new Bounds(nodes(within), nodes(beyond));
        }

        private static List<JsonNode> nodes(List<String> texts) {
            return texts.stream().<JsonNode>map(TextNode::valueOf).toList();
        }
    }

    private static Bounds bounds(Reads reads) {
        return switch (reads) {
            // whose only bound is a length, which is the schema's
            case TEXT, NOTE, SUMMARY -> Bounds.of(List.of("n"), List.of());
            // a model that reckons in another zone is a day behind
            case DAY -> Bounds.of(List.of("2026-09-13", "2026-09-14"), List.of("2026-09-12", "2026-02-30"));
            case BIRTH_DATE ->
                Bounds.of(List.of("2026-09-14", "1906-09-14"), List.of("2026-09-15", "1906-09-13", "1985-02-29"));
            case PHONE ->
                Bounds.of(
                        List.of("6045550143", "16045550143", "2002000000"),
                        List.of("604555014", "60455501433", "1045550143", "6041550143", "6666666666"));
            case HEALTH_NUMBER ->
                Bounds.of(
                        List.of("1234", "1".repeat(20), "1".repeat(9) + "A"),
                        List.of("123", "1".repeat(21), "1".repeat(9) + "!"));
            case PART_OF_DAY -> Bounds.of(List.of("late afternoon", "le soir", "9 am"), List.of("teatime", "m"));
            case RELATIONSHIP -> Bounds.of(List.of("her mom", "conjointe", "女儿"), List.of("stranger", "her"));
            case SEX -> Bounds.of(List.of("f", "X"), List.of("fx"));
            case PROVINCE ->
                Bounds.of(Arrays.stream(ProvinceCode.values()).map(Enum::name).toList(), List.of("B", "BCC", "WA"));
            case EMAIL ->
                Bounds.of(
                        List.of("a@b.ca", address(EmailAddress.LONGEST)),
                        List.of("a@b.c", "@b.ca", address(EmailAddress.LONGEST + 1)));
            case ADDRESS ->
                new Bounds(
                        List.of(at("s", "c"), at(line(PostalAddress.LONGEST_STREET), line(PostalAddress.LONGEST_CITY))),
                        List.of(
                                at(line(PostalAddress.LONGEST_STREET + 1), "c"),
                                at("s", line(PostalAddress.LONGEST_CITY + 1)),
                                at("<>", "c"),
                                at("s", "<>")));
            case WEEKDAYS ->
                Bounds.of(List.of("tue", "mardi, 星期三", "Monday and Friday", "weekdays"), List.of("tuesday-ish"));
        };
    }

    private static String line(int length) {
        return "n".repeat(length);
    }

    private static String address(int length) {
        int user = length - DOMAIN.length();
        assertTrue(user <= 64, "which is a bound of its own");
        return line(user) + DOMAIN;
    }

    private static JsonNode at(String street, String city) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("street", street)
                .put("city", city)
                .put("province", "ON")
                .put("postal_code", "M4B 1B3");
    }

    static Stream<Arguments> read() {
        return ArgumentTrial.all()
                .filter(each -> ((Declared) each.get()[0]).reads().containsKey((String) each.get()[1]));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("read")
    void what_is_just_within_is_taken_and_what_is_just_beyond_is_asked_for_again(Declared tool, String name) {
        Bounds bounds = bounds(tool.reads(name));
        bounds.within().forEach(value -> trial.assertAccepted(tool, name, value));
        bounds.beyond().forEach(value -> trial.assertRefused(tool, name, value, ""));
    }
}
