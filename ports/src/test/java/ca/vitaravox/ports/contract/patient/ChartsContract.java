package ca.vitaravox.ports.contract.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link Charts} promises. */
public abstract class ChartsContract {
    private static final PhoneNumber HOME = new PhoneNumber("+16045550142");
    private static final PhoneNumber CELL = new PhoneNumber("+16045550152");
    private static final LocalDate BORN = LocalDate.of(1985, 3, 15);
    private static final PatientName NAME = new PatientName("Siobhán", "O'Neill");

    private Charts charts;
    private ClinicId clinic;
    private int nextId = 1;

    /** The charts. */
    protected abstract Charts charts();

    /**
     * Puts a chart on file in the EMR.
     *
     * @param wanted the chart; the EMR may give it another id
     * @return the chart as it is on file
     */
    protected abstract Chart onFile(ClinicId ofClinic, Chart wanted);

    /** Makes a patient an inactive one: moved away, deceased, or gone to another clinic. */
    protected abstract void deactivate(ClinicId ofClinic, PatientId patient);

    /** A deadline that leaves time enough. */
    protected abstract Deadline inTime();

    /** A chart as a search shows it: all of it, or as much as the EMR tells then. */
    protected Chart asFound(Chart onFile) {
        return onFile;
    }

    /** Whether charts are found by all their numbers, not by the main one alone. */
    protected boolean findsByEveryNumber() {
        return true;
    }

    /** A clinic that no other test knows, with nobody on file. */
    protected ClinicId newClinic() {
        return Fresh.clinic();
    }

    @BeforeEach
    void open() {
        charts = charts();
        clinic = newClinic();
    }

    private Chart onFile(PatientName name, LocalDate born, HealthNumber health, PhoneNumber... phones) {
        PatientId id = new PatientId("" + nextId++);
        return onFile(
                clinic,
                new Chart(
                        id,
                        name,
                        born,
                        Optional.ofNullable(health),
                        List.of(phones),
                        Optional.of(new ProviderId("101")),
                        true,
                        false));
    }

    private Set<PatientId> found(ChartQuery query) {
        List<Chart> found = charts.search(clinic, query, inTime());
        Set<PatientId> ids = Set.copyOf(found.stream().map(Chart::id).toList());
        assertEquals(ids.size(), found.size());
        return ids;
    }

    private static Set<PatientId> ids(Chart... wanted) {
        return Set.copyOf(Stream.of(wanted).map(Chart::id).toList());
    }

    private static HealthNumber health(String number) {
        return HealthNumber.of(number).orElseThrow();
    }

    @Test
    void a_chart_is_shown_as_it_is_on_file() {
        Chart chart = onFile(NAME, BORN, health("AB12345678"), HOME, CELL);
        assertEquals(Optional.of(chart), charts.chart(clinic, chart.id(), inTime()));
        assertEquals(List.of(asFound(chart)), charts.search(clinic, new ChartQuery.BornOn(BORN), inTime()));
    }

    @Test
    void a_chart_may_have_neither_health_number_nor_phone() {
        Chart chart = onFile(NAME, BORN, null);
        assertEquals(Optional.of(chart), charts.chart(clinic, chart.id(), inTime()));
    }

    @Test
    void there_is_no_chart_of_an_unknown_id() {
        onFile(NAME, BORN, null, HOME);
        assertEquals(Optional.empty(), charts.chart(clinic, new PatientId("999999999"), inTime()));
    }

    @Test
    void charts_are_found_by_their_numbers() {
        Chart robin = onFile(new PatientName("Robin", "Castellan"), BORN, null, HOME, CELL);
        Chart noa = onFile(new PatientName("Noa", "Castellan"), BORN.plusYears(31), null, HOME);
        assertEquals(ids(robin, noa), found(new ChartQuery.ByPhone(HOME)));
        assertEquals(findsByEveryNumber() ? ids(robin) : Set.of(), found(new ChartQuery.ByPhone(CELL)));
        assertEquals(Set.of(), found(new ChartQuery.ByPhone(new PhoneNumber("+16045550143"))));
    }

    @Test
    void charts_are_found_by_date_of_birth() {
        Chart born = onFile(NAME, BORN, null);
        onFile(NAME, BORN.plusDays(1), null);
        onFile(NAME, BORN.plusYears(1), null);
        assertEquals(ids(born), found(new ChartQuery.BornOn(BORN)));
        assertEquals(Set.of(), found(new ChartQuery.BornOn(BORN.minusDays(1))));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
        Siobhán, O'Neill, true
        siobhan, o'neill, true
        SIOBHÁN, O'NEILL, true
        Siobha,  O'Neill, false
        Siobhán, O'Neil,  false
        Shivawn, O'Neill, false
        O'Neill, Siobhán, false
        """)
    void charts_are_found_by_name_letter_by_letter_but_for_case_and_accents(
            String first, String last, boolean isFound) {
        Chart chart = onFile(NAME, BORN, null);
        onFile(new PatientName("Siobhán", "Zhang"), BORN, null);
        assertEquals(isFound ? ids(chart) : Set.of(), found(new ChartQuery.Named(new PatientName(first, last))));
    }

    @Test
    void charts_are_found_by_health_number() {
        Chart chart = onFile(NAME, BORN, health("AB12345678"));
        onFile(NAME, BORN, health("AB12345679"));
        assertEquals(ids(chart), found(new ChartQuery.WithHealthNumber(health("AB12345678"))));
        assertEquals(Set.of(), found(new ChartQuery.WithHealthNumber(health("AB1234567"))));
    }

    @Test
    void a_health_number_is_the_same_whatever_its_version() {
        Chart chart = onFile(NAME, BORN, health("9876543217 AB"));
        assertEquals(ids(chart), found(new ChartQuery.WithHealthNumber(health("9876543217 CD"))));
        assertEquals(ids(chart), found(new ChartQuery.WithHealthNumber(health("9876543217"))));
    }

    @Test
    void only_active_patients_are_shown() {
        Chart chart = onFile(NAME, BORN, health("AB12345678"), HOME);
        deactivate(clinic, chart.id());
        assertEquals(Set.of(), found(new ChartQuery.ByPhone(HOME)));
        assertEquals(Set.of(), found(new ChartQuery.BornOn(BORN)));
        assertEquals(Set.of(), found(new ChartQuery.Named(NAME)));
        assertEquals(Set.of(), found(new ChartQuery.WithHealthNumber(health("AB12345678"))));
        assertEquals(Optional.empty(), charts.chart(clinic, chart.id(), inTime()));
    }

    @Test
    void at_most_fifty_charts_are_found_at_once() {
        for (int i = 0; i < Charts.MOST_FOUND; i++) {
            onFile(new PatientName("Lee", "Number" + i), BORN, null);
        }
        assertEquals(50, found(new ChartQuery.BornOn(BORN)).size());
        onFile(new PatientName("Lee", "Toomany"), BORN, null);
        assertEquals(50, found(new ChartQuery.BornOn(BORN)).size());
    }

    @Test
    void another_clinic_sees_none_of_it() {
        Chart chart = onFile(NAME, BORN, health("AB12345678"), HOME);
        clinic = newClinic();
        assertEquals(Set.of(), found(new ChartQuery.ByPhone(HOME)));
        assertEquals(Set.of(), found(new ChartQuery.BornOn(BORN)));
        assertEquals(Set.of(), found(new ChartQuery.Named(NAME)));
        assertEquals(Set.of(), found(new ChartQuery.WithHealthNumber(health("AB12345678"))));
        assertEquals(Optional.empty(), charts.chart(clinic, chart.id(), inTime()));
    }
}
