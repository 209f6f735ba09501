package ca.vitaravox.ports.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicValuesTest {
    private static final VisitTypeCode FOLLOW_UP = new VisitTypeCode("follow_up");
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
    private static final ProviderId SETHI = new ProviderId("101");
    private static final ProviderId WEXFORD = new ProviderId("902");

    @ParameterizedTest
    @ValueSource(strings = {"harbourview", "cedar-lane", "7", "a-"})
    void a_clinic_id_is_lower_case_letters_digits_and_hyphens(String id) {
        assertEquals(id, new ClinicId(id).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "Harbourview", "a b", "é", "a_b", "a\n"})
    void anything_else_is_no_clinic_id(String id) {
        assertThrows(IllegalArgumentException.class, () -> new ClinicId(id));
    }

    @Test
    void a_clinic_id_has_at_most_forty_characters() {
        assertEquals(40, new ClinicId("a".repeat(40)).value().length());
        assertThrows(IllegalArgumentException.class, () -> new ClinicId("a".repeat(41)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12345678", "+16045550142", "+123456789012345"})
    void a_phone_number_has_eight_to_fifteen_digits(String e164) {
        assertEquals(e164, new PhoneNumber(e164).e164());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+1234567",
                "+1234567890123456",
                "16045550142",
                "+06045550142",
                "+1604555014a",
                "+1 604 5550142"
            })
    void anything_else_is_no_phone_number(String e164) {
        assertThrows(IllegalArgumentException.class, () -> new PhoneNumber(e164));
    }

    @Test
    void a_phone_numbers_text_shows_the_last_four_digits_only() {
        assertEquals("0142", new PhoneNumber("+16045550142").last4());
        assertEquals("…0142", new PhoneNumber("+16045550142").toString());
    }

    @Test
    void a_provider_id_has_one_to_forty_characters() {
        assertEquals("x".repeat(40), new ProviderId("x".repeat(40)).toString());
        assertThrows(IllegalArgumentException.class, () -> new ProviderId("x".repeat(41)));
        assertThrows(IllegalArgumentException.class, () -> new ProviderId(""));
    }

    @ParameterizedTest
    @CsvSource({"checkup, true", "follow_up2, true", "2nd, false", "_a, false", "Checkup, false", "a-b, false"})
    void a_visit_type_code_begins_with_a_lower_case_letter(String code, boolean isOne) {
        if (isOne) {
            assertEquals(code, new VisitTypeCode(code).toString());
        } else {
            assertThrows(IllegalArgumentException.class, () -> new VisitTypeCode(code));
        }
    }

    @Test
    void a_visit_type_code_has_one_to_forty_characters() {
        assertEquals(40, new VisitTypeCode("x".repeat(40)).value().length());
        assertThrows(IllegalArgumentException.class, () -> new VisitTypeCode("x".repeat(41)));
        assertThrows(IllegalArgumentException.class, () -> new VisitTypeCode(""));
    }

    private static Provider provider(Map<VisitTypeCode, Audience> audiences) {
        return new Provider(SETHI, "Doctor Anil Sethi", Optional.empty(), true, true, audiences);
    }

    @Test
    void a_provider_sees_everyone_for_everything_until_the_clinic_says_otherwise() {
        assertEquals(Optional.of(Audience.EVERYONE), provider(Map.of()).audience(FOLLOW_UP));
        Provider choosy = provider(Map.of(FOLLOW_UP, Audience.OWN_PATIENTS));
        assertEquals(Optional.of(Audience.OWN_PATIENTS), choosy.audience(FOLLOW_UP));
        assertEquals(Optional.empty(), choosy.audience(new VisitTypeCode("physical")));
    }

    private static VisitType visitType(Duration length) {
        return new VisitType(FOLLOW_UP, length, Map.of(Language.FRENCH, "suivi"), Set.of(), "Follow-up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M", "PT15M", "PT4H"})
    void a_visit_takes_five_to_240_minutes(Duration length) {
        assertEquals(length, visitType(length).length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT4M", "PT4H1M", "PT15M30S", "PT0S", "PT-15M", "PT4M59S", "PT4H0.001S"})
    void a_visit_takes_no_other_time(Duration length) {
        assertThrows(IllegalArgumentException.class, () -> visitType(length));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT2H", "PT2H, PT0S", "PT1M, PT10M"})
    void what_is_kept_free_around_a_visit_is_nothing_to_two_hours(Duration before, Duration after) {
        assertEquals(before, new Buffers(before, after).before());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1M", "PT2H1M", "PT30S", "PT2H0.001S"})
    void what_is_kept_free_around_a_visit_is_nothing_else(Duration length) {
        assertThrows(IllegalArgumentException.class, () -> new Buffers(length, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Buffers(Duration.ZERO, length));
    }

    @Test
    void a_visit_type_is_spoken_as_the_clinic_says_or_by_its_code() {
        assertEquals("suivi", visitType(Duration.ofMinutes(15)).spoken(Language.FRENCH));
        assertEquals("follow up", visitType(Duration.ofMinutes(15)).spoken(Language.ENGLISH));
    }

    private static BookingPolicy policy(int grid, String notice, String changeNotice, int horizon, int most) {
        return new BookingPolicy(grid, Duration.parse(notice), Duration.parse(changeNotice), horizon, most);
    }

    @ParameterizedTest
    @CsvSource({"1, PT0S, PT0S, 1, 1", "60, PT2H, P1D, 365, 9", "20, PT2H, P1D, 60, 2"})
    void a_policy_within_its_bounds_is_kept(int grid, String notice, String changeNotice, int horizon, int most) {
        assertEquals(grid, policy(grid, notice, changeNotice, horizon, most).gridMinutes());
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S, PT0S, 1, 1",
        "7, PT0S, PT0S, 1, 1",
        "-15, PT0S, PT0S, 1, 1",
        "120, PT0S, PT0S, 1, 1",
        "15, PT-1S, PT0S, 1, 1",
        "15, PT0S, PT-1S, 1, 1",
        "15, PT0S, PT0S, 0, 1",
        "15, PT0S, PT0S, 366, 1",
        "15, PT0S, PT0S, 60, 0"
    })
    void a_policy_beyond_its_bounds_is_refused(int grid, String notice, String changeNotice, int horizon, int most) {
        assertThrows(IllegalArgumentException.class, () -> policy(grid, notice, changeNotice, horizon, most));
    }

    @Test
    void the_usual_policy_is_as_it_says() {
        assertEquals(policy(15, "PT2H", "PT24H", 60, 2), BookingPolicy.USUAL);
    }

    @Test
    void a_closure_covers_its_first_and_its_last_day() {
        Closure closure = new Closure(CHRISTMAS, CHRISTMAS.plusDays(1), "Christmas", Optional.empty());
        assertEquals(
                "false true true false",
                "%s %s %s %s"
                        .formatted(
                                closure.covers(CHRISTMAS.minusDays(1)),
                                closure.covers(CHRISTMAS),
                                closure.covers(CHRISTMAS.plusDays(1)),
                                closure.covers(CHRISTMAS.plusDays(2))));
    }

    @Test
    void a_closure_ends_no_earlier_than_it_begins() {
        assertEquals(CHRISTMAS, new Closure(CHRISTMAS, CHRISTMAS, "x", Optional.empty()).last());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Closure(CHRISTMAS, CHRISTMAS.minusDays(1), "x", Optional.empty()));
    }

    @Test
    void a_closed_clinic_keeps_everybody_away_and_a_providers_closure_only_them() {
        Closure clinics = new Closure(CHRISTMAS, CHRISTMAS, "Christmas Day", Optional.empty());
        Closure sethis = new Closure(CHRISTMAS, CHRISTMAS, "away", Optional.of(SETHI));
        assertEquals(true, clinics.keepsAway(SETHI, CHRISTMAS) && clinics.keepsAway(WEXFORD, CHRISTMAS));
        assertEquals(true, sethis.keepsAway(SETHI, CHRISTMAS));
        assertEquals(false, sethis.keepsAway(WEXFORD, CHRISTMAS));
        assertEquals(false, sethis.keepsAway(SETHI, CHRISTMAS.plusDays(1)));
        assertEquals(false, clinics.keepsAway(SETHI, CHRISTMAS.plusDays(1)));
    }

    private static Closure.Hours hours(String from, String to) {
        return new Closure.Hours(LocalTime.parse(from), LocalTime.parse(to));
    }

    @ParameterizedTest
    @CsvSource({"12:59, false", "13:00, true", "16:59, true", "17:00, false"})
    void a_closed_part_of_a_day_begins_with_its_first_moment_and_ends_before_its_last(LocalTime time, boolean closed) {
        Closure part =
                new Closure(CHRISTMAS, CHRISTMAS, Optional.of(hours("13:00", "17:00")), "Training", Optional.empty());
        assertEquals(closed, part.covers(CHRISTMAS, time));
        assertEquals(false, part.covers(CHRISTMAS.plusDays(1), time));
        assertEquals(false, part.covers(CHRISTMAS) || part.keepsAway(SETHI, CHRISTMAS));
        assertEquals(true, part.includes(CHRISTMAS));
    }

    @Test
    void a_closed_part_of_a_day_ends_after_it_begins_and_midnight_ends_the_day() {
        assertEquals(true, hours("13:00", "00:00").contains(LocalTime.of(23, 59)));
        assertEquals(
                CHRISTMAS.plusDays(1).atStartOfDay(), hours("13:00", "00:00").end(CHRISTMAS));
        assertEquals(CHRISTMAS.atTime(17, 0), hours("13:00", "17:00").end(CHRISTMAS));
        assertThrows(IllegalArgumentException.class, () -> hours("13:00", "13:00"));
        assertThrows(IllegalArgumentException.class, () -> hours("13:00", "12:59"));
        assertThrows(IllegalArgumentException.class, () -> hours("00:00", "00:00"));
        assertThrows(IllegalArgumentException.class, () -> hours("13:00:01", "14:00"));
        assertThrows(IllegalArgumentException.class, () -> hours("13:00", "14:00:00.5"));
        assertEquals(true, hours("00:00", "00:01").contains(LocalTime.MIDNIGHT));
    }

    @ParameterizedTest
    @CsvSource({"08:59, false", "09:00, true", "16:59, true", "17:00, false"})
    void opening_hours_begin_with_their_first_moment_and_end_before_their_last(LocalTime time, boolean open) {
        assertEquals(open, new OpenHours(LocalTime.of(9, 0), LocalTime.of(17, 0)).contains(time));
    }

    @Test
    void opening_hours_end_after_they_begin() {
        LocalTime nine = LocalTime.of(9, 0);
        assertThrows(IllegalArgumentException.class, () -> new OpenHours(nine, nine));
        assertThrows(IllegalArgumentException.class, () -> new OpenHours(nine, nine.minusMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({"en, ENGLISH", "EN, ENGLISH", "fr-CA, FRENCH", "zh_CN, CHINESE", "' fr ', FRENCH"})
    void a_language_is_known_by_the_first_part_of_its_tag(String tag, Language language) {
        assertEquals(Optional.of(language), Language.of(tag));
        assertEquals(Optional.of(language), Language.of(language.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "english", "-", "f r"})
    void a_language_calls_cannot_be_held_in_is_none(String tag) {
        assertEquals(Optional.empty(), Language.of(tag));
    }
}
