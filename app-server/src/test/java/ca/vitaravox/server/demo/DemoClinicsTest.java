package ca.vitaravox.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.server.settings.UsualVisitTypes;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoClinicsTest {
    @Test
    void there_are_three_clinics_each_with_its_line() {
        assertEquals(
                Set.of("harbourview", "cedar-lane", "maple-street"),
                DemoClinics.all().keySet().stream()
                        .map(clinic -> clinic.id().value())
                        .collect(Collectors.toSet()));
        DemoClinics.all().forEach((clinic, line) -> assertEquals(clinic.id(), line.clinic()));
    }

    @Test
    void every_visit_type_is_spoken_in_three_languages_and_no_word_means_two_of_them() {
        Set<String> words = new HashSet<>();
        for (VisitType type : UsualVisitTypes.ALL) {
            assertEquals(Set.of(Language.values()), type.names().keySet());
            for (String alias : type.aliases()) {
                assertTrue(words.add(alias), alias);
            }
        }
    }

    @Test
    void every_clinic_has_someone_to_book() {
        for (Clinic clinic : DemoClinics.all().keySet()) {
            assertTrue(clinic.bookableProviders().size() >= 2, clinic.name());
        }
    }

    @Test
    void every_patient_has_a_valid_health_number_of_british_columbia() {
        assertEquals(6, DemoPatients.ALL.size());
        DemoPatients.ALL.forEach(chart -> assertEquals(
                HealthNumber.Issuer.BRITISH_COLUMBIA,
                chart.healthNumber().orElseThrow().issuer()));
    }
}
