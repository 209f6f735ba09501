package ca.vitaravox.domain;

import static ca.vitaravox.domain.Reception.CASTELLAN_HOME;
import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.HOLIDAY;
import static ca.vitaravox.domain.Reception.KATHERINE;
import static ca.vitaravox.domain.Reception.KATHERINES_PHONE;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static ca.vitaravox.domain.Reception.ZONE;

import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.Province;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The clinic that a {@link Reception} is for: weekdays from 9 to 12, two providers to be booked, three patients. */
final class Harbourview {
    private static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");

    private Harbourview() {}

    static List<Chart> charts() {
        return List.of(
                chart(ROBIN, "Robin", "Castellan", "1985-03-15", Optional.of(SETHI)),
                chart(NOA, "Noa", "Castellan", "2016-07-02", Optional.empty()),
                katherine());
    }

    /** The only holiday of this world: Ontario's Tuesday 2 June. */
    static Optional<String> holiday(Province province, LocalDate day, Language language) {
        return province == Province.ONTARIO && day.equals(HOLIDAY)
                ? Optional.of("Loon Day (" + language.code() + ")")
                : Optional.empty();
    }

    static List<WeeklyShift> mornings() {
        List<WeeklyShift> shifts = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                shifts.add(new WeeklyShift(day, LocalTime.of(9, 0), LocalTime.of(12, 0), Set.of()));
            }
        }
        return shifts;
    }

    static Clinic clinic() {
        Map<DayOfWeek, List<OpenHours>> hours = new LinkedHashMap<>();
        for (WeeklyShift shift : mornings()) {
            hours.put(shift.day(), List.of(new OpenHours(shift.from(), shift.to())));
        }
        return new Clinic(
                CLINIC,
                "Harbourview Family Clinic",
                new PhoneNumber("+16045550101"),
                "1 Wharf Road",
                ZONE,
                List.of(Language.ENGLISH),
                true,
                true,
                Optional.empty(),
                hours,
                List.of(),
                List.of(
                        new Provider(WEXFORD, "Doctor Mara Wexford", Optional.empty(), true, true),
                        new Provider(SETHI, "Doctor Anil Sethi", Optional.empty(), true, true),
                        new Provider(new ProviderId("103"), "Doctor Not Yet", Optional.empty(), true, false)),
                List.of(
                        new VisitType(CHECKUP, Duration.ofMinutes(15), Map.of(), Set.of("check up"), "Checkup"),
                        new VisitType(
                                new VisitTypeCode("physical"),
                                Duration.ofMinutes(45),
                                Map.of(),
                                Set.of("annual physical"),
                                "Physical")),
                CHECKUP,
                BookingPolicy.USUAL);
    }

    private static Chart chart(
            PatientId id, String first, String last, String born, Optional<ProviderId> familyProvider) {
        return new Chart(
                id,
                new PatientName(first, last),
                LocalDate.parse(born),
                Optional.empty(),
                List.of(CASTELLAN_HOME),
                familyProvider,
                true,
                false);
    }

    private static Chart katherine() {
        return new Chart(
                KATHERINE,
                new PatientName("Katherine", "MacLeod"),
                LocalDate.parse("1972-11-30"),
                HealthNumber.of("AB-1234567"),
                List.of(KATHERINES_PHONE),
                Optional.empty(),
                false,
                true);
    }
}
