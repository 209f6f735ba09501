package ca.vitaravox.domain.patient;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.KATHERINE;
import static ca.vitaravox.domain.Reception.KATHERINES_PHONE;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.patient.Asking.KATHERINE_BORN;
import static ca.vitaravox.domain.patient.Asking.WITHHELD;
import static ca.vitaravox.domain.patient.Asking.WRONG_DATE;
import static ca.vitaravox.domain.patient.Asking.first;
import static ca.vitaravox.domain.patient.Asking.named;
import static ca.vitaravox.domain.patient.Asking.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult.Identified;
import ca.vitaravox.ports.patient.LookupResult.NotFound;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Charts that are not what was asked for. */
class WrongChartsTest {
    private final Reception reception = new Reception();

    @Test
    void a_chart_that_does_not_have_the_number_is_not_the_callers() {
        Chart katherines = chart(KATHERINE);
        PatientLookup desk = desk(new OneChart(katherines));
        assertEquals(new NotFound(), desk.byPhone(reception.call("call"), first("Katherine")));
        assertInstanceOf(
                Identified.class,
                desk.byPhone(reception.call("call", Optional.of(KATHERINES_PHONE)), first("Katherine")));
    }

    @Test
    void a_chart_that_is_not_the_patients_is_not_shown() {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        assertInstanceOf(
                DetailsResult.NotVerified.class,
                desk(new OneChart(chart(KATHERINE))).details(reception.call("call"), ROBIN));
    }

    @Test
    void charts_of_other_names_are_not_blamed_for_a_guess() {
        PatientLookup desk = desk(new OneChart(chart(KATHERINE)));
        for (int i = 0; i < 10; i++) {
            desk.byName(reception.call("call" + i, stranger(i)), named("Zoe", "Nobody", WRONG_DATE));
        }
        assertInstanceOf(
                Identified.class,
                desk.byName(reception.call("call", WITHHELD), named("Katherine", "MacLeod", KATHERINE_BORN)));
    }

    private Chart chart(PatientId patient) {
        return reception
                .emr
                .chart(CLINIC, patient, reception.call("any").deadline())
                .orElseThrow();
    }

    private PatientLookup desk(Charts charts) {
        return reception
                .desk(new FrontDesk.Emr(charts, reception.emr, reception.emr))
                .patientLookup();
    }

    /** Charts that answer everything with this one. */
    private record OneChart(Chart chart) implements Charts {
        @Override
        public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
            return List.of(chart);
        }

        @Override
        public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
            return Optional.of(chart);
        }

        @Override
        public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
            return new ChartResult.Made(chart.id());
        }
    }
}
