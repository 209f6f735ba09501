package ca.vitaravox.oscar.patient;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A chart as OSCAR gives it. A search tells of it only names, date of birth, health number, main telephone number and
 * family provider; the chart itself tells all.
 */
final class ChartRow {
    /** Inactive, deceased, and the other ways to be no patient any more. */
    private static final Set<String> INACTIVE = Set.of("IN", "DE", "IC", "ID", "MO", "FI");

    private final JsonNode row;
    private final PhoneNumbers numbers;

    ChartRow(JsonNode row, PhoneNumbers numbers) {
        this.row = row;
        this.numbers = numbers;
    }

    /** The chart; empty for an inactive patient's, and for one without a name or a date of birth. */
    Optional<Chart> chart() {
        if (INACTIVE.contains(text("patientStatus")) || text("demographicNo").isEmpty()) {
            return Optional.empty();
        }
        return name().flatMap(name -> birthDate()
                .map(born -> new Chart(
                        new PatientId(text("demographicNo")),
                        name,
                        born,
                        healthNumber(),
                        phones(),
                        Optional.of(text("providerNo"))
                                .filter(id -> !id.isEmpty())
                                .map(ProviderId::new),
                        !text("email").isEmpty(),
                        !OscarJson.text(row.path("address"), "address").isEmpty())));
    }

    private Optional<PatientName> name() {
        try {
            return Optional.of(new PatientName(text("firstName"), text("lastName")));
        } catch (IllegalArgumentException nameless) {
            return Optional.empty();
        }
    }

    /** Never from {@code dob} or {@code dateOfBirth}: those are milliseconds of an evening, and a day late elsewhere. */
    private Optional<LocalDate> birthDate() {
        try {
            if (!text("formattedDOB").isEmpty()) {
                return Optional.of(LocalDate.parse(text("formattedDOB")));
            }
            return Optional.of(LocalDate.of(number("dobYear"), number("dobMonth"), number("dobDay")));
        } catch (DateTimeException | NumberFormatException dateless) {
            return Optional.empty();
        }
    }

    private int number(String field) {
        return Integer.parseInt(text(field));
    }

    /** Ontario's version letters stand in a field of their own. */
    private Optional<HealthNumber> healthNumber() {
        Optional<HealthNumber> number = HealthNumber.of(text("hin"));
        return number.filter(each -> each.issuer() == HealthNumber.Issuer.ONTARIO)
                .flatMap(each -> HealthNumber.of(each.number() + text("ver")))
                .filter(each -> each.issuer() == HealthNumber.Issuer.ONTARIO)
                .or(() -> number);
    }

    private List<PhoneNumber> phones() {
        return Stream.of("phone", "alternativePhone", "cellPhone")
                .map(this::text)
                .filter(written -> !written.isEmpty())
                .map(numbers::parse)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private String text(String field) {
        return OscarJson.text(row, field);
    }
}
