package ca.vitaravox.ports.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientValuesTest {
    private static final LocalDate BORN = LocalDate.of(1985, 3, 15);
    private static final PatientName NAME = new PatientName("Robin", "Castellan");

    private static Chart chart(List<PhoneNumber> phones) {
        return new Chart(
                new PatientId("17"), NAME, BORN, HealthNumber.of("9999999998"), phones, Optional.empty(), true, true);
    }

    @Test
    void a_names_surrounding_blanks_are_dropped() {
        assertEquals(NAME, new PatientName(" Robin ", "\tCastellan\n"));
    }

    @Test
    void a_name_has_one_to_sixty_characters() {
        String longest = "a".repeat(60);
        assertEquals(longest, new PatientName(longest, "b").first());
        assertEquals(longest, new PatientName("b", longest).last());
        assertThrows(IllegalArgumentException.class, () -> new PatientName(longest + "a", "b"));
        assertThrows(IllegalArgumentException.class, () -> new PatientName("b", longest + "a"));
        assertThrows(IllegalArgumentException.class, () -> new PatientName(" ", "b"));
        assertThrows(IllegalArgumentException.class, () -> new PatientName("b", ""));
    }

    @Test
    void a_patient_id_has_one_to_forty_characters() {
        assertEquals("x".repeat(40), new PatientId("x".repeat(40)).toString());
        assertThrows(IllegalArgumentException.class, () -> new PatientId("x".repeat(41)));
        assertThrows(IllegalArgumentException.class, () -> new PatientId(" "));
    }

    @Test
    void a_charts_text_shows_its_id_only() {
        assertEquals("Chart[17]", chart(List.of()).toString());
    }

    @Test
    void a_names_text_is_hidden() {
        assertEquals("PatientName[hidden]", NAME.toString());
    }

    @Test
    void what_callers_said_of_themselves_is_hidden() {
        PatientLookup.ByPhone byPhone = new PatientLookup.ByPhone(
                Optional.empty(), Optional.of("Robin"), Optional.of(BORN), Optional.empty(), Relationship.SELF);
        PatientLookup.ByName byName =
                new PatientLookup.ByName(NAME, Optional.of(BORN), Optional.empty(), Relationship.SELF);
        for (Object said : List.of(byPhone, byName, new ChartQuery.BornOn(BORN), new ChartQuery.Named(NAME))) {
            assertFalse(said.toString().contains("Robin"), said.toString());
            assertFalse(said.toString().contains("1985"), said.toString());
        }
    }

    @Test
    void a_charts_phones_are_its_own() {
        List<PhoneNumber> phones = new ArrayList<>(List.of(new PhoneNumber("+16045550142")));
        Chart chart = chart(phones);
        phones.clear();
        assertEquals(1, chart.phones().size());
        assertThrows(UnsupportedOperationException.class, () -> chart.phones().clear());
    }

    @ParameterizedTest
    @CsvSource({
        "CALLER_ID, CALLER_ID, true",
        "CALLER_ID, VERIFIED, false",
        "VERIFIED, CALLER_ID, true",
        "VERIFIED, VERIFIED, true"
    })
    void each_level_includes_those_before_it(IdentityLevel level, IdentityLevel needed, boolean reached) {
        Identification identification =
                new Identification(new PatientId("1"), level, Relationship.SELF, Optional.empty());
        assertEquals(reached, identification.reaches(needed));
    }

    @Test
    void a_date_of_birth_or_a_health_number_is_a_second_factor() {
        Optional<HealthNumber> health = HealthNumber.of("9999999998");
        assertTrue(byName(Optional.of(BORN), Optional.empty()).hasSecondFactor());
        assertTrue(byName(Optional.empty(), health).hasSecondFactor());
        assertFalse(byName(Optional.empty(), Optional.empty()).hasSecondFactor());
        assertTrue(byPhone(Optional.of(BORN), Optional.empty()).hasSecondFactor());
        assertTrue(byPhone(Optional.empty(), health).hasSecondFactor());
        assertFalse(byPhone(Optional.empty(), Optional.empty()).hasSecondFactor());
    }

    private static PatientLookup.ByName byName(Optional<LocalDate> born, Optional<HealthNumber> health) {
        return new PatientLookup.ByName(NAME, born, health, Relationship.SELF);
    }

    private static PatientLookup.ByPhone byPhone(Optional<LocalDate> born, Optional<HealthNumber> health) {
        return new PatientLookup.ByPhone(Optional.empty(), Optional.empty(), born, health, Relationship.SELF);
    }
}
