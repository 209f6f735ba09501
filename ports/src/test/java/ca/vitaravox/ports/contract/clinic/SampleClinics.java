package ca.vitaravox.ports.contract.clinic;

import ca.vitaravox.ports.clinic.Audience;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Buffers;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.Province;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fictional clinics. */
public final class SampleClinics {
    private static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");
    private static final PhoneNumber PHONE = new PhoneNumber("+16045550199");

    private SampleClinics() {}

    /** A clinic with as little as a clinic can have. */
    public static Clinic small(ClinicId id) {
        return new Clinic(
                id,
                "Gull Rock Clinic",
                PHONE,
                "1 Wharf Road, Gull Rock",
                ZoneId.of("America/Vancouver"),
                List.of(Language.ENGLISH),
                false,
                false,
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(new VisitType(CHECKUP, Duration.ofMinutes(15), Map.of(), Set.of(), "Checkup")),
                CHECKUP,
                BookingPolicy.USUAL);
    }

    /** A clinic with some of everything, in an order of its own. */
    public static Clinic large(ClinicId id) {
        ProviderId wexford = new ProviderId("902");
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        return new Clinic(
                id,
                "Clinique du Vieux-Port",
                new PhoneNumber("+15145550120"),
                "12, rue de l’Échelle, Montréal",
                ZoneId.of("America/Toronto"),
                List.of(Language.FRENCH, Language.ENGLISH, Language.CHINESE),
                true,
                true,
                Optional.of("Bonjour, clinique du Vieux-Port !"),
                Map.of(
                        DayOfWeek.MONDAY,
                        List.of(hours("08:30", "12:00"), hours("13:00", "17:15")),
                        DayOfWeek.SUNDAY,
                        List.of(hours("10:00", "14:00"))),
                List.of(
                        new Closure(LocalDate.of(2026, 7, 6), LocalDate.of(2026, 7, 17), "away", Optional.of(wexford)),
                        new Closure(christmas, christmas, "Christmas Day", Optional.empty()),
                        part("13:00", "17:00", Optional.of(wexford)),
                        part("08:00", "00:00", Optional.empty())),
                List.of(
                        new Provider(
                                wexford,
                                "Doctor Mara Wexford",
                                Optional.of("pediatrics"),
                                true,
                                true,
                                Map.of(
                                        CHECKUP,
                                        Audience.EVERYONE,
                                        new VisitTypeCode("physical"),
                                        Audience.OWN_PATIENTS,
                                        new VisitTypeCode("phone"),
                                        Audience.EXISTING_PATIENTS)),
                        new Provider(new ProviderId("101"), "Doctor Anil Sethi", Optional.empty(), false, false)),
                List.of(
                        new VisitType(
                                new VisitTypeCode("physical"),
                                Duration.ofMinutes(45),
                                Map.of(Language.ENGLISH, "physical", Language.FRENCH, "examen complet"),
                                Set.of("annual physical", "full checkup"),
                                "Complete Physical",
                                new Buffers(Duration.ofMinutes(5), Duration.ofMinutes(120))),
                        new VisitType(CHECKUP, Duration.ofMinutes(15), Map.of(), Set.of(), "")),
                CHECKUP,
                new BookingPolicy(10, Duration.ofMinutes(30), Duration.ofHours(48), 90, 3),
                Optional.of(Province.ONTARIO),
                true);
    }

    /** The same clinic under other rules. */
    public static Clinic withPolicy(Clinic clinic, BookingPolicy policy) {
        return new Clinic(
                clinic.id(),
                clinic.name(),
                clinic.phone(),
                clinic.address(),
                clinic.zone(),
                clinic.languages(),
                clinic.acceptingNewPatients(),
                clinic.waitlistEnabled(),
                clinic.greeting(),
                clinic.hours(),
                clinic.closures(),
                clinic.providers(),
                clinic.visitTypes(),
                clinic.defaultVisitType(),
                policy,
                clinic.holidays(),
                clinic.keepsTranscripts());
    }

    private static OpenHours hours(String open, String close) {
        return new OpenHours(LocalTime.parse(open), LocalTime.parse(close));
    }

    private static Closure part(String from, String to, Optional<ProviderId> who) {
        return new Closure(
                LocalDate.of(2026, 8, 3),
                LocalDate.of(2026, 8, 4),
                Optional.of(new Closure.Hours(LocalTime.parse(from), LocalTime.parse(to))),
                "Training",
                who);
    }
}
