package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.emr.InMemoryEmr;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Small clinics, in which everybody wants the same few openings. Their providers and patients have the same ids, names
 * and numbers, so that whatever is mixed up among clinics does harm.
 */
final class Town {
    static final Instant BEGINNING = Instant.parse("2026-06-01T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final LocalTime OPENS = LocalTime.of(9, 0);
    static final LocalTime CLOSES = LocalTime.of(10, 30);
    static final int DAYS_AHEAD = 1;
    static final List<ProviderId> PROVIDERS = List.of(new ProviderId("101"), new ProviderId("102"));
    static final List<String> PATIENTS = List.of("Robin", "Noa", "Katherine", "Wei", "Siobhan");
    /** This many of them live together and share a telephone. */
    static final int FAMILY = 2;

    static final LocalDate BORN = LocalDate.of(1985, 3, 15);
    static final PatientId STAFFS_OWN = new PatientId("900");
    private static final List<String> ZONES = List.of("America/Toronto", "America/Vancouver", "America/Edmonton");
    private static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");

    private Town() {}

    static Clinic clinic(int number) {
        return new Clinic(
                new ClinicId("clinic-" + number),
                "Clinic " + number,
                phone(0),
                "1 Wharf Road",
                ZoneId.of(ZONES.get(number)),
                List.of(Language.ENGLISH),
                true,
                true,
                Optional.empty(),
                Map.of(),
                List.of(),
                PROVIDERS.stream()
                        .map(id -> new Provider(id, "Doctor " + id, Optional.empty(), true, true))
                        .toList(),
                List.of(visitType(CHECKUP, 15), visitType(new VisitTypeCode("physical"), 30)),
                CHECKUP,
                new BookingPolicy(15, Duration.ZERO, Duration.ZERO, DAYS_AHEAD, 4));
    }

    /** By whose number a clinic is called; they differ in one digit. */
    static Line line(ClinicId clinic) {
        int number = clinic.value().charAt(clinic.value().length() - 1) - '0';
        PhoneNumber called = new PhoneNumber("+1604555010" + number);
        return new Line(clinic, called, Optional.empty(), Optional.empty(), Language.ENGLISH);
    }

    private static VisitType visitType(VisitTypeCode code, int minutes) {
        return new VisitType(code, Duration.ofMinutes(minutes), Map.of(), Set.of(), code.value());
    }

    static InMemoryEmr emr(Clinic clinic) {
        InMemoryEmr emr = new InMemoryEmr(clinic.zone());
        PROVIDERS.forEach(provider -> emr.save(clinic.id(), provider, shifts()));
        for (int i = 0; i < PATIENTS.size(); i++) {
            emr.put(clinic.id(), chart(i));
        }
        return emr;
    }

    private static List<WeeklyShift> shifts() {
        List<WeeklyShift> shifts = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            shifts.add(new WeeklyShift(day, OPENS, CLOSES, Set.of()));
        }
        return shifts;
    }

    static PatientId patient(int number) {
        return new PatientId("" + (number + 1));
    }

    static PhoneNumber phone(int patient) {
        return new PhoneNumber("+1604555014" + (patient < FAMILY ? 0 : patient));
    }

    static Appointment forSomebodyElse(ProviderId provider, TimeRange time) {
        return appointment(STAFFS_OWN, provider, time);
    }

    /** As staff write it; the EMR gives it an id. */
    static Appointment appointment(PatientId patient, ProviderId provider, TimeRange time) {
        return new Appointment(
                new AppointmentId("new"),
                provider,
                Optional.of(patient),
                time,
                CHECKUP.value(),
                AppointmentStatus.BOOKED,
                Optional.empty());
    }

    private static Chart chart(int number) {
        return new Chart(
                patient(number),
                new PatientName(PATIENTS.get(number), "Castellan"),
                BORN,
                Optional.empty(),
                List.of(phone(number)),
                Optional.empty(),
                false,
                false);
    }
}
