package ca.vitaravox.server.demo;

import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferPlan;
import ca.vitaravox.ports.call.TransferReason;
import ca.vitaravox.ports.clinic.Audience;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.Province;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.server.settings.UsualVisitTypes;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The three clinics of the demo, all fictional. */
final class DemoClinics {
    static final ClinicId HARBOURVIEW = new ClinicId("harbourview");
    static final ClinicId MAPLE_STREET = new ClinicId("maple-street");
    static final ProviderId WEXFORD = new ProviderId("101");
    static final ProviderId SETHI = new ProviderId("102");
    static final ProviderId TANAKA = new ProviderId("103");

    private static final Set<DayOfWeek> WORKDAYS =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime AFTER_LUNCH = LocalTime.of(13, 0);
    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private DemoClinics() {}

    /** Each clinic with its line. */
    static Map<Clinic, Line> all() {
        return Map.of(
                harbourview(),
                line(HARBOURVIEW, "+16045550101", "3f0d7c1a-9a44-4a57-9b9e-5a1f1c2d3e04"),
                cedarLane(),
                line(new ClinicId("cedar-lane"), "+14165550120", "5b9e2d40-71c3-4f0a-9f3e-0c6d8e2a1f22"),
                mapleStreet(),
                line(MAPLE_STREET, "+12505550130", "8c1f6a77-2b0d-4e55-8a61-7d3e9b4c5f33"));
    }

    /** When every provider of the demo works: Monday to Friday, 9 to 12 and 13 to 17. */
    static List<WeeklyShift> shifts() {
        List<WeeklyShift> shifts = new ArrayList<>();
        for (DayOfWeek day : WORKDAYS) {
            shifts.add(new WeeklyShift(day, OPENING, NOON, Set.of()));
            shifts.add(new WeeklyShift(day, AFTER_LUNCH, CLOSING, Set.of()));
        }
        return shifts;
    }

    /** Whether the providers work at that time of a working day. */
    static boolean works(LocalTime time) {
        return shifts().stream().anyMatch(shift -> !time.isBefore(shift.from()) && time.isBefore(shift.to()));
    }

    /** Where a clinic of the demo takes calls in person. */
    static TransferPlan transfers(ClinicId clinic) {
        return clinic.equals(HARBOURVIEW)
                ? new TransferPlan(
                        Map.of(
                                TransferReason.MEDICAL_QUESTION,
                                desk("+16045550190", "Nurse line"),
                                TransferReason.BILLING,
                                desk("+16045550191", "Billing office"),
                                TransferReason.PRESCRIPTION,
                                Optional.empty()),
                        desk("+16045550189", "Front desk"))
                : new TransferPlan(
                        Map.of(),
                        desk(clinic.value().startsWith("cedar") ? "+14165550189" : "+12505550189", "Front desk"));
    }

    private static Optional<TransferDestination> desk(String number, String label) {
        return Optional.of(new TransferDestination(new PhoneNumber(number), label, false));
    }

    private static Clinic harbourview() {
        return clinic(
                HARBOURVIEW,
                "Harbourview Family Clinic",
                "+16045550101",
                "1200 Marine Parade, Vancouver",
                "America/Vancouver",
                Province.BRITISH_COLUMBIA,
                List.of(Language.ENGLISH, Language.FRENCH, Language.CHINESE),
                true,
                List.of(
                        provider(WEXFORD, "Doctor Mara Wexford", "family medicine", true),
                        new Provider(
                                SETHI,
                                "Doctor Anil Sethi",
                                Optional.of("family medicine"),
                                true,
                                true,
                                physicalsForOwnPatients()),
                        provider(TANAKA, "Nurse Practitioner Joy Tanaka", "primary care", true)));
    }

    private static Clinic cedarLane() {
        return clinic(
                new ClinicId("cedar-lane"),
                "Cedar Lane Medical",
                "+14165550120",
                "48 Cedar Lane, Toronto",
                "America/Toronto",
                Province.ONTARIO,
                List.of(Language.ENGLISH, Language.FRENCH),
                false,
                List.of(
                        provider(new ProviderId("201"), "Doctor Claire Beaulieu", "family medicine", false),
                        provider(new ProviderId("202"), "Doctor Omar Haddad", "family medicine", false)));
    }

    private static Clinic mapleStreet() {
        return clinic(
                MAPLE_STREET,
                "Maple Street Clinic",
                "+12505550130",
                "305 Maple Street, Edmonton",
                "America/Edmonton",
                Province.ALBERTA,
                List.of(Language.ENGLISH),
                true,
                List.of(
                        provider(new ProviderId("301"), "Doctor Ingrid Solberg", "family medicine", true),
                        provider(new ProviderId("302"), "Doctor Peter Okafor", "family medicine", true)));
    }

    private static Clinic clinic(
            ClinicId id,
            String name,
            String phone,
            String address,
            String zone,
            Province province,
            List<Language> languages,
            boolean accepting,
            List<Provider> providers) {
        Map<DayOfWeek, List<OpenHours>> hours = new EnumMap<>(DayOfWeek.class);
        WORKDAYS.forEach(day -> hours.put(day, List.of(new OpenHours(OPENING, CLOSING))));
        return new Clinic(
                id,
                name,
                new PhoneNumber(phone),
                address,
                ZoneId.of(zone),
                languages,
                accepting,
                true,
                Optional.empty(),
                hours,
                List.of(),
                providers,
                UsualVisitTypes.ALL,
                UsualVisitTypes.CHECKUP,
                BookingPolicy.USUAL,
                Optional.of(province),
                false);
    }

    private static Provider provider(ProviderId id, String name, String specialty, boolean accepting) {
        return new Provider(id, name, Optional.of(specialty), accepting, true);
    }

    /** Everything for everyone, but a physical, which takes long, for those who know the provider. */
    private static Map<VisitTypeCode, Audience> physicalsForOwnPatients() {
        return UsualVisitTypes.ALL.stream()
                .map(VisitType::code)
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> code.equals(UsualVisitTypes.PHYSICAL) ? Audience.OWN_PATIENTS : Audience.EVERYONE));
    }

    private static Line line(ClinicId clinic, String number, String phoneNumberId) {
        return new Line(
                clinic, new PhoneNumber(number), Optional.of(phoneNumberId), Optional.empty(), Language.ENGLISH);
    }
}
