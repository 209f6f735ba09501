package ca.vitaravox.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.connect.Right;
import ca.vitaravox.oscar.connect.Trouble;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.emr.TroubleWords;
import ca.vitaravox.server.web.page.Refusals;
import ca.vitaravox.server.web.page.Texts;
import ca.vitaravox.server.web.page.Told;
import ca.vitaravox.vapi.assistant.LintFinding;
import ca.vitaravox.vapi.assistant.LintRule;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the interface refuses, finds or is hindered by has words for somebody who reads French. */
class SaidInFrenchTest {
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(the|is|are|not|and|of|with|it|does|has|must|your|this|be|to|no|slow|fast)\\b");

    private static final List<String> SERVER = Sentences.sources("src/main/java");
    private static final List<String> VAPI =
            Sentences.sources("../adapters-vapi/src/main/java/ca/vitaravox/vapi/platform");

    /** Codes that only programs are told: a page sends what they ask for, leads on, or its script waits. */
    private static final Set<String> FOR_PROGRAMS = Set.of(
            "ALREADY_REFRESHED",
            "IF_MATCH_NEEDED",
            "IF_NONE_MATCH_NEEDED",
            "LEAVING",
            "MALFORMED",
            "NOT_ACCEPTABLE",
            "NOT_JSON",
            "PASSWORD_CHANGE_NEEDED",
            "SECOND_FACTOR_SETUP_NEEDED",
            "TOO_MANY_PAGES");

    /** What no form can send, what is of queries, what a program has done wrong, and what is only a part of a sentence. */
    private static final Set<String> NOT_OF_FORMS = Set.of(
            "1 to 7 days are shown at once",
            "is a day from 2000-01-01 to 2999-12-31",
            "is en, fr or zh",
            "7is missing7is no id",
            "Somebody changed the secrets of 7 meanwhile: do it again.",
            "The secret 7",
            "a day has 24 hours",
            "a secret has an owner and a field",
            "a slot id is 4 to 12 lower-case letters and digits",
            "an opening id is an appointment's id, @, and seconds",
            "has something in it that is no address like 10.0.0.5",
            "is a number from 7 to 7",
            "is not 7",
            "no format",
            "not a hash of this scheme",
            "not an id",
            "the item it names is gone",
            "there is no asset 7",
            "there is no room for it to begin with",
            "there is no route 7");

    private static void assertFrench(String english) {
        Optional<String> french = Told.sentence(Texts.FRENCH, english);
        assertTrue(french.isPresent(), "nothing is said in French for: " + english);
        assertFalse(ENGLISH.matcher(french.get()).find(), () -> english + " → " + french.get());
        assertEquals(
                english.replace('\'', '’'),
                Told.in(Texts.ENGLISH, english).replace('\'', '’'),
                "in English it is as the interface says it");
    }

    @Test
    void every_trouble_with_an_emr() {
        int walked = 0;
        for (Class<?> kind : Trouble.class.getPermittedSubclasses()) {
            for (Trouble trouble : samples(kind)) {
                assertFrench(TroubleWords.of(trouble).message());
                walked++;
            }
        }
        assertTrue(walked > 25, "troubles were walked: " + walked);
    }

    /** One of each value that a trouble may tell of. */
    private static List<Trouble> samples(Class<?> kind) {
        List<Object[]> all = new ArrayList<>(List.of(new Object[][] {{}}));
        for (RecordComponent component : kind.getRecordComponents()) {
            List<Object[]> longer = new ArrayList<>();
            for (Object[] some : all) {
                for (Object value : values(component)) {
                    Object[] more = Arrays.copyOf(some, some.length + 1);
                    more[some.length] = value;
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all.stream().map(each -> made(kind, each)).toList();
    }

    private static List<Object> values(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class) {
            return List.of(0, 503);
        }
        if (type == Duration.class) {
            return List.of(Duration.ofMinutes(5), Duration.ofMinutes(-5));
        }
        if (type == Right.class) {
            return List.of((Object[]) Right.values());
        }
        if (type == List.class) {
            return List.of(List.of(), List.of(ZoneId.of("America/Regina"), ZoneId.of("America/Toronto")));
        }
        if (type == Optional.class) {
            return List.of(Optional.empty(), Optional.of("2.1.0"));
        }
        return List.of(type == URI.class ? URI.create("https://oscar.clinic.example/oscar") : "2.2.0");
    }

    private static Trouble made(Class<?> kind, Object... values) {
        try {
            Constructor<?> constructor = kind.getDeclaredConstructors()[0];
            return (Trouble) constructor.newInstance(values);
        } catch (ReflectiveOperationException strange) {
            throw new AssertionError(kind.toString(), strange);
        }
    }

    @Test
    void every_mistake_of_an_assistant() {
        for (LintRule rule : LintRule.values()) {
            assertFrench(new LintFinding(rule, "harbourview-en").sentence());
            assertFrench(new LintFinding(rule, "harbourview-en, tool create_appointment").sentence());
        }
    }

    @Test
    void every_obstacle_and_every_trouble_with_the_voice_platform() {
        TreeSet<String> walked = new TreeSet<>(Sentences.given(SERVER, "obstacles\\.add"));
        walked.addAll(Sentences.given(SERVER, "troubles\\.add"));
        walked.addAll(Sentences.given(VAPI, "PlatformTroubleException"));
        walked.removeIf(each -> !each.contains(" "));
        walked.forEach(SaidInFrenchTest::assertFrench);
        assertFrench(
                "The clinic, or another, is being set up at Vapi just now: look again when that is done, in a minute.");
        assertTrue(walked.size() >= 11, "sentences were walked: " + walked);
    }

    @Test
    void every_refusal_that_has_a_name() {
        TreeSet<String> codes = new TreeSet<>(Sentences.given(SERVER, "Problem\\.of"));
        codes.addAll(Sentences.given(SERVER, "refused"));
        codes.removeIf(each -> !each.matches("[A-Z]+(_[A-Z]+)*"));
        assertTrue(codes.containsAll(Set.of("OUTDATED", "NO_OSCAR", "NOT_SET_UP")), codes.toString());
        codes.removeAll(FOR_PROGRAMS);
        TreeSet<String> sentences = new TreeSet<>(Sentences.given(SERVER, "refused"));
        for (String code : codes) {
            boolean said = Texts.FRENCH.has("problem." + code) || Texts.FRENCH.has("waitlist.said." + code);
            assertTrue(said || isTold(code, sentences), "nothing is said in French for " + code);
        }
    }

    /** Refusals of places where EMRs are have no words of their own, but their sentences do. */
    private static boolean isTold(String code, Set<String> sentences) {
        return Set.of("NO_OSCAR", "ADDRESS_REFUSED", "NO_KEY", "NO_CLIENT", "CREDENTIALS_LOST")
                        .contains(code)
                && sentences.stream()
                        .filter(each -> each.contains(" "))
                        .allMatch(each -> Told.sentence(Texts.FRENCH, each).isPresent());
    }

    @Test
    void every_refusal_of_a_field() {
        List<String> ports = new ArrayList<>();
        for (String room : List.of("access", "booking", "call", "clinic")) {
            ports.addAll(Sentences.sources("../ports/src/main/java/ca/vitaravox/ports/" + room));
        }
        TreeSet<String> details = Sentences.given(ports, "new IllegalArgumentException");
        for (String room : List.of("access", "admin", "audit", "booking", "emr", "settings", "web")) {
            List<String> sources = Sentences.sources("src/main/java/ca/vitaravox/server/" + room);
            for (String call : List.of("Problem\\.field", "refusal", "new IllegalArgumentException")) {
                details.addAll(Sentences.given(sources, call));
            }
        }
        details.removeIf(each -> !each.contains(" ") || NOT_OF_FORMS.contains(each));
        TreeSet<String> unsaid = new TreeSet<>();
        for (String detail : details) {
            String french = Refusals.say(Texts.FRENCH, Problem.field("field", detail));
            if (french.contains(detail) || ENGLISH.matcher(french).find()) {
                unsaid.add(detail + " → " + french);
            }
        }
        assertEquals(Set.of(), unsaid);
        assertTrue(details.size() > 50, "refusals were walked: " + details.size());
    }
}
