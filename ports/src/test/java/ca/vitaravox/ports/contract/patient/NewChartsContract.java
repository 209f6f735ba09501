package ca.vitaravox.ports.contract.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.EmailAddress;
import ca.vitaravox.ports.patient.HealthCard;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.patient.PostalAddress;
import ca.vitaravox.ports.patient.PostalCode;
import ca.vitaravox.ports.patient.ProvinceCode;
import ca.vitaravox.ports.patient.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Charts} promises of charts that are made. Needs no empty EMR: whom it registers nobody else has. */
public abstract class NewChartsContract {
    private static final LocalDate BORN = LocalDate.of(1990, 4, 9);
    private static final PhoneNumber PHONE = new PhoneNumber("+14165550110");
    private static final HealthCard ONTARIAN =
            new HealthCard(HealthNumber.of("9876543217 AB").orElseThrow(), Optional.of(ProvinceCode.ON));

    private Charts charts;
    private ClinicId clinic;
    private PatientName name;

    /** The charts. */
    protected abstract Charts charts();

    /** A deadline that leaves time enough. */
    protected abstract Deadline inTime();

    /** A deadline that has passed. */
    protected abstract Deadline tooLate();

    /** A clinic that no other test knows, if there can be one. */
    protected ClinicId newClinic() {
        return Fresh.clinic();
    }

    /** A family name that nobody in the EMR has. */
    protected String newLastName() {
        return "Newby";
    }

    @BeforeEach
    void open() {
        charts = charts();
        clinic = newClinic();
        name = new PatientName("Zoé", newLastName());
    }

    private NewPatient newPatient(Optional<HealthCard> card, boolean reachable) {
        return new NewPatient(
                name,
                BORN,
                Sex.FEMALE,
                PHONE,
                card,
                Optional.of(new EmailAddress("zoe.newby@example.test")).filter(email -> reachable),
                Optional.of(new PostalAddress("7 Fiction Way", "Toronto", ProvinceCode.ON, new PostalCode("M4B 1B3")))
                        .filter(address -> reachable));
    }

    private PatientId made(NewPatient patient) {
        return assertInstanceOf(ChartResult.Made.class, charts.register(clinic, patient, inTime()))
                .patient();
    }

    private List<PatientId> found(ChartQuery query) {
        return charts.search(clinic, query, inTime()).stream().map(Chart::id).toList();
    }

    @Test
    void a_chart_that_was_made_is_found_by_all_it_can_be_searched_by() {
        PatientId id = made(newPatient(Optional.of(ONTARIAN), true));
        assertTrue(found(new ChartQuery.BornOn(BORN)).contains(id));
        assertEquals(List.of(id), found(new ChartQuery.Named(name)));
        assertTrue(found(new ChartQuery.WithHealthNumber(ONTARIAN.number())).contains(id));
        assertTrue(found(new ChartQuery.ByPhone(PHONE)).contains(id));
    }

    @Test
    void it_shows_what_it_was_made_of() {
        PatientId id = made(newPatient(Optional.of(ONTARIAN), true));
        Chart chart = charts.chart(clinic, id, inTime()).orElseThrow();
        assertEquals(id, chart.id());
        assertEquals(name, chart.name());
        assertEquals(BORN, chart.birthDate());
        assertTrue(chart.healthNumber().orElseThrow().agreesWith(ONTARIAN.number()));
        assertEquals(List.of(PHONE), chart.phones());
        assertTrue(chart.emailOnFile());
        assertTrue(chart.addressOnFile());
    }

    @Test
    void what_was_not_said_is_not_on_file() {
        Chart chart = charts.chart(clinic, made(newPatient(Optional.empty(), false)), inTime())
                .orElseThrow();
        assertEquals(
                new Chart(chart.id(), name, BORN, Optional.empty(), List.of(PHONE), Optional.empty(), false, false),
                chart);
    }

    @ParameterizedTest
    @EnumSource
    void patients_of_every_sex_have_charts(Sex sex) {
        NewPatient patient =
                new NewPatient(name, BORN, sex, PHONE, Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(List.of(made(patient)), found(new ChartQuery.Named(name)));
    }

    @Test
    void the_longest_names_are_not_cut() {
        name = new PatientName("Z".repeat(NewPatient.LONGEST_NAME), newLastName());
        Chart chart = charts.chart(clinic, made(newPatient(Optional.empty(), true)), inTime())
                .orElseThrow();
        assertEquals(name, chart.name());
    }

    @Test
    void every_chart_has_an_id_of_its_own() {
        PatientId one = made(newPatient(Optional.empty(), false));
        name = new PatientName("Another", name.last());
        assertNotEquals(one, made(newPatient(Optional.empty(), false)));
    }

    @Test
    void past_the_deadline_nothing_is_made() {
        assertInstanceOf(
                ChartResult.NotMade.class, charts.register(clinic, newPatient(Optional.empty(), false), tooLate()));
        assertEquals(List.of(), found(new ChartQuery.Named(name)));
    }
}
