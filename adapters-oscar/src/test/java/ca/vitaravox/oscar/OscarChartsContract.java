package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.DemographicColumn;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.patient.ChartsContract;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The charts of an OSCAR of either line keep their promises. */
abstract class OscarChartsContract extends ChartsContract {
    private final TestOscars oscars;

    OscarChartsContract(Line line) {
        this(new TestOscars(line));
    }

    /** The same, reached in another way. */
    OscarChartsContract(TestOscars oscars) {
        this.oscars = oscars;
    }

    @AfterEach
    void close() {
        oscars.close();
    }

    @Override
    protected Charts charts() {
        return oscars;
    }

    /** Where the second number is. */
    protected DemographicColumn secondNumber() {
        return DemographicColumn.CELL_PHONE;
    }

    @Override
    protected Chart onFile(ClinicId ofClinic, Chart wanted) {
        Map<DemographicColumn, String> columns = new EnumMap<>(DemographicColumn.class);
        List<String> phones = wanted.phones().stream()
                .map(phone -> phone.e164().replaceFirst("[+]1(...)(...)", "($1) $2-"))
                .toList();
        columns.put(DemographicColumn.PHONE, phones.isEmpty() ? "" : phones.get(0));
        columns.put(secondNumber(), phones.size() > 1 ? phones.get(1) : null);
        wanted.healthNumber().map(HealthNumber::number).ifPresent(hin -> columns.put(DemographicColumn.HIN, hin));
        wanted.healthNumber()
                .flatMap(HealthNumber::version)
                .ifPresent(version -> columns.put(DemographicColumn.VERSION, version));
        wanted.familyProvider().ifPresent(who -> columns.put(DemographicColumn.PROVIDER, who.value()));
        columns.put(DemographicColumn.EMAIL, wanted.emailOnFile() ? "somebody@example.test" : "");
        columns.put(DemographicColumn.ADDRESS, wanted.addressOnFile() ? "1 Fiction Way" : "");
        int number =
                oscars.of(ofClinic).patient(wanted.name().last(), wanted.name().first(), wanted.birthDate(), columns);
        return new Chart(
                new PatientId("" + number),
                wanted.name(),
                wanted.birthDate(),
                wanted.healthNumber(),
                wanted.phones(),
                wanted.familyProvider(),
                wanted.emailOnFile(),
                wanted.addressOnFile());
    }

    @Override
    protected void deactivate(ClinicId ofClinic, PatientId patient) {
        oscars.of(ofClinic)
                .server
                .tables()
                .demographics()
                .change(Integer.parseInt(patient.value()), row -> row.with(DemographicColumn.PATIENT_STATUS, "MO"));
    }

    @Override
    protected Chart asFound(Chart onFile) {
        return new Chart(
                onFile.id(),
                onFile.name(),
                onFile.birthDate(),
                onFile.healthNumber(),
                onFile.phones().subList(0, 1),
                onFile.familyProvider(),
                false,
                false);
    }

    @Override
    protected boolean findsByEveryNumber() {
        return false;
    }

    @Override
    protected Deadline inTime() {
        return new Deadline(Instant.MAX);
    }

    @Override
    protected ClinicId newClinic() {
        return oscars.newClinic();
    }
}
