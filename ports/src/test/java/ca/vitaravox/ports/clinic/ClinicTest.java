package ca.vitaravox.ports.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.contract.clinic.SampleClinics;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClinicTest {
    private final Clinic clinic = SampleClinics.large(new ClinicId("vieux-port"));
    private final Provider wexford = clinic.providers().get(0);
    private final Provider sethi = clinic.providers().get(1);

    private static Clinic clinic(List<Language> languages, String defaultVisitType) {
        Clinic small = SampleClinics.small(new ClinicId("gull-rock"));
        return new Clinic(
                small.id(),
                small.name(),
                small.phone(),
                small.address(),
                small.zone(),
                languages,
                false,
                false,
                Optional.empty(),
                small.hours(),
                small.closures(),
                small.providers(),
                small.visitTypes(),
                new VisitTypeCode(defaultVisitType),
                small.policy());
    }

    @Test
    void a_clinic_speaks_a_language_and_has_its_default_visit_type() {
        assertEquals(1, clinic(List.of(Language.CHINESE), "checkup").languages().size());
        assertThrows(IllegalArgumentException.class, () -> clinic(List.of(), "checkup"));
        assertThrows(IllegalArgumentException.class, () -> clinic(List.of(Language.CHINESE), "physical"));
    }

    @Test
    void providers_are_found_whether_bookable_or_not() {
        assertEquals(Optional.of(sethi), clinic.provider(sethi.id()));
        assertEquals(Optional.empty(), clinic.provider(new ProviderId("7")));
        assertEquals(List.of(wexford), clinic.bookableProviders());
    }

    @Test
    void visit_types_are_found_by_code_and_by_the_emrs_name() {
        VisitType physical = clinic.visitTypes().get(0);
        assertEquals(Optional.of(physical), clinic.visitType(new VisitTypeCode("physical")));
        assertEquals(Optional.empty(), clinic.visitType(new VisitTypeCode("phone")));
        assertEquals(Optional.of(physical), clinic.visitTypeOfEmr("COMPLETE physical"));
        assertEquals(Optional.empty(), clinic.visitTypeOfEmr("Physical"));
    }

    @Test
    void only_the_clinics_own_closures_close_it() {
        Closure christmas = clinic.closures().get(1);
        assertEquals(Optional.of(christmas), clinic.closedOn(LocalDate.of(2026, 12, 25)));
        assertEquals(Optional.empty(), clinic.closedOn(LocalDate.of(2026, 7, 6)));
    }
}
