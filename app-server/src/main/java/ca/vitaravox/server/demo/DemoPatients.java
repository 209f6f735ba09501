package ca.vitaravox.server.demo;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The patients of Harbourview Family Clinic, all fictional; their health numbers have right check digits. */
final class DemoPatients {
    static final PatientId ROBIN = new PatientId("1001");
    static final PatientId NOA = new PatientId("1002");
    static final PatientId KATHERINE = new PatientId("1003");
    static final PatientId SIOBHAN = new PatientId("1004");
    static final PatientId WEI = new PatientId("1005");
    static final PatientId JEAN_LUC = new PatientId("1006");

    /** Who calls in the scripts that come along. */
    static final List<PatientId> CALLERS = List.of(ROBIN, NOA, KATHERINE, SIOBHAN, WEI, JEAN_LUC);

    static final List<Chart> ALL = List.of(
            chart(ROBIN, "Robin", "Castellan", "1985-03-15", "604-555-0142", "9870001113", DemoClinics.WEXFORD),
            chart(NOA, "Noa", "Castellan", "2016-07-02", "604-555-0142", "9870002029", DemoClinics.WEXFORD),
            chart(KATHERINE, "Katherine", "MacLeod", "1972-11-30", "604-555-0143", "9870003038", DemoClinics.SETHI),
            chart(SIOBHAN, "Siobhán", "O'Neill", "1990-01-05", "604-555-0144", "9870004047", DemoClinics.TANAKA),
            chart(WEI, "Wei", "Zhang", "1968-09-09", "604-555-0145", "9870005056", DemoClinics.SETHI),
            chart(
                    JEAN_LUC,
                    "Jean-Luc",
                    "Tremblay-Roy",
                    "1958-12-25",
                    "604-555-0146",
                    "9870006065",
                    DemoClinics.WEXFORD));

    private DemoPatients() {}

    private static Chart chart(
            PatientId id,
            String first,
            String last,
            String born,
            String phone,
            String healthNumber,
            ProviderId family) {
        return new Chart(
                id,
                new PatientName(first, last),
                LocalDate.parse(born),
                HealthNumber.of(healthNumber),
                List.of(new PhoneNumber("+1" + phone.replace("-", ""))),
                Optional.of(family),
                true,
                true);
    }
}
