package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallTransfer;
import ca.vitaravox.ports.call.Patience;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.ClinicStatus;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.vapi.UseCases;
import ca.vitaravox.vapi.VoiceTools;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All the tools over use cases that answer what a test puts here and keep what they were asked; what a test did not
 * prepare is a {@link NullPointerException}. It is Monday, September 14, 2026, 10 o'clock in Vancouver.
 */
public final class TestDesk {
    public static final Instant NOW = Instant.parse("2026-09-14T17:00:00Z");
    public static final ZoneId VANCOUVER = ZoneId.of("America/Vancouver");
    public static final PhoneNumber CALLER = new PhoneNumber("+16045550142");
    public static final Provider WEXFORD = provider("101", "Doctor Mara Wexford");
    public static final Provider SETHI = provider("102", "Doctor Anil Sethi");
    public static final VisitType CHECKUP = visitType("checkup", "check-up", "bilan de santé", "体检");
    public static final VisitType PHYSICAL = visitType("physical", "physical", "examen complet", "全身检查");

    private static final ObjectMapper JSON = new ObjectMapper();

    public ClinicStatus status = new ClinicStatus(clinic(), true, Optional.empty(), Optional.empty());
    public LookupResult lookup;
    public DetailsResult details;
    public ProviderList.Listing providers;
    public Registration.Result registration;
    public OpeningSearch.Result openings;
    public AppointmentList.Result appointments;
    public Booking.Result booking;
    public Moving.Result moving;
    public Cancellation.Result cancellation;
    public Waitlist.Result waitlist;
    public Optional<Waitlist.ForCaller> opening = Optional.empty();
    public CallTransfer.Result transfer;

    /** What was counted as wrong. */
    public final List<String> slips = new ArrayList<>();
    /** Whether the next thing that goes wrong is one too many. */
    public boolean patienceIsOver;

    /** The time. */
    public Instant now = NOW;

    /** The last question or command a use case got. */
    public Object asked;
    /** The last call it came with. */
    public CallContext call;

    public final Toolbox toolbox = VoiceTools.of(
            new UseCases(
                    clinicInfo(),
                    (context, name, accepting) -> got(context, Map.of("name", name, "accepting", accepting), providers),
                    new PatientLookup() {
                        @Override
                        public LookupResult byPhone(CallContext context, ByPhone query) {
                            return got(context, query, lookup);
                        }

                        @Override
                        public LookupResult byName(CallContext context, ByName query) {
                            return got(context, query, lookup);
                        }

                        @Override
                        public DetailsResult details(CallContext context, PatientId patient) {
                            return got(context, patient, details);
                        }
                    },
                    new Registration() {
                        @Override
                        public Result register(CallContext context, Command command) {
                            return got(context, command, registration);
                        }

                        @Override
                        public int finish() {
                            throw new UnsupportedOperationException();
                        }
                    },
                    (context, query) -> got(context, query, openings),
                    (context, patient, past) -> got(context, Map.of("patient", patient, "past", past), appointments),
                    (context, command) -> got(context, command, booking),
                    (context, command) -> got(context, command, moving),
                    (context, command) -> got(context, command, cancellation),
                    new CallDiary() {
                        @Override
                        public void learn(ClinicId clinic, CallId id, Optional<PhoneNumber> caller, CallNews news) {
                            asked = news;
                        }

                        @Override
                        public void note(ClinicId clinic, CallId id, Optional<PhoneNumber> caller, ToolCall used) {
                            throw new UnsupportedOperationException();
                        }
                    },
                    (context, request) -> got(context, request, transfer),
                    new Waitlist() {
                        @Override
                        public Result join(CallContext context, Command command) {
                            return got(context, command, waitlist);
                        }

                        @Override
                        public Optional<ForCaller> onTheLine(CallContext context, PatientId patient) {
                            return opening;
                        }
                    },
                    new Patience() {
                        @Override
                        public boolean isOver(CallContext context, String tool, String kind) {
                            slips.add(tool + " " + kind);
                            return patienceIsOver;
                        }

                        @Override
                        public boolean isOverForSilence(CallContext context) {
                            slips.add("silence");
                            return patienceIsOver;
                        }
                    }),
            TestDesk::phone,
            () -> now);

    private ClinicInfo clinicInfo() {
        return new ClinicInfo() {
            @Override
            public Clinic clinic(ClinicId clinic) {
                return status.clinic();
            }

            @Override
            public ClinicStatus status(ClinicId clinic, Language language) {
                return status;
            }
        };
    }

    /** Runs a tool in English. */
    public ToolResult run(String tool, String arguments) {
        return run(tool, arguments, Language.ENGLISH);
    }

    /** Runs a tool in a language; single quotes in the arguments stand for double ones. */
    public ToolResult run(String tool, String arguments, Language language) {
        ToolSpec spec = toolbox.spec(tool).orElseThrow();
        return toolbox.run(spec, context(language), json(arguments));
    }

    /** The call the tools are asked in. */
    public static CallContext context(Language language) {
        return new CallContext(
                new ClinicId("harbourview"),
                new CallId("call-1"),
                Optional.of(CALLER),
                language,
                new Deadline(NOW.plusSeconds(4)));
    }

    /** The query that openings were looked for with. */
    public OpeningSearch.Query query() {
        return (OpeningSearch.Query) asked;
    }

    /** What the assistant said of the call. */
    public CallNews.Described described() {
        return (CallNews.Described) asked;
    }

    /** An object of JSON that may be written with single quotes. */
    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    /** A slot on a day and time in Vancouver. */
    public static BookableSlot slot(String id, String start, Provider provider) {
        return new BookableSlot(
                new SlotId(id), provider, CHECKUP, LocalDateTime.parse(start).atZone(VANCOUVER));
    }

    /** An appointment of a quarter of an hour with Doctor Wexford. */
    public static PatientAppointment appointment(String id, String start, AppointmentStatus status) {
        return new PatientAppointment(
                new AppointmentId(id),
                Optional.of(WEXFORD),
                Optional.of(CHECKUP),
                LocalDateTime.parse(start).atZone(VANCOUVER),
                Duration.ofMinutes(15),
                status);
    }

    /** A provider callers may book. */
    public static Provider provider(String id, String name) {
        return new Provider(new ProviderId(id), name, Optional.of("Family medicine"), true, true);
    }

    /** A visit type of a quarter of an hour. */
    public static VisitType visitType(String code, String english, String french, String chinese) {
        return new VisitType(
                new VisitTypeCode(code),
                Duration.ofMinutes(15),
                Map.of(Language.ENGLISH, english, Language.FRENCH, french, Language.CHINESE, chinese),
                Set.of(),
                code);
    }

    /** From now on the clinic keeps no waitlist, and takes no new patients. */
    public void keepsNoWaitlist() {
        status = new ClinicStatus(clinic(false), true, Optional.empty(), Optional.empty());
    }

    /** Harbourview: open from 8:30 to noon and from 13:00 to 17:00 on workdays. */
    public static Clinic clinic() {
        return clinic(true);
    }

    private static Clinic clinic(boolean waitlist) {
        List<OpenHours> hours = List.of(
                new OpenHours(LocalTime.of(8, 30), LocalTime.NOON),
                new OpenHours(LocalTime.of(13, 0), LocalTime.of(17, 0)));
        return new Clinic(
                new ClinicId("harbourview"),
                "Harbourview Family Clinic",
                new PhoneNumber("+16045550100"),
                "100 Harbour Street, Vancouver",
                VANCOUVER,
                List.of(Language.ENGLISH, Language.FRENCH),
                waitlist,
                waitlist,
                Optional.of("Harbourview Family Clinic, how can I help?"),
                Map.of(
                        DayOfWeek.MONDAY, hours,
                        DayOfWeek.TUESDAY, hours,
                        DayOfWeek.WEDNESDAY, hours,
                        DayOfWeek.THURSDAY, hours,
                        DayOfWeek.FRIDAY, List.of(new OpenHours(LocalTime.of(8, 30), LocalTime.NOON))),
                List.of(),
                List.of(WEXFORD, SETHI),
                List.of(CHECKUP, PHYSICAL),
                CHECKUP.code(),
                BookingPolicy.USUAL);
    }

    private static Optional<PhoneNumber> phone(String written) {
        String digits = written.replaceAll("\\D", "");
        return digits.matches("1?[2-9]\\d{9}")
                ? Optional.of(new PhoneNumber("+1" + digits.substring(digits.length() - 10)))
                : Optional.empty();
    }

    private <R> R got(CallContext context, Object question, R answer) {
        call = context;
        asked = question;
        if (answer == null) {
            throw new NullPointerException("nobody expected this question");
        }
        return answer;
    }
}
