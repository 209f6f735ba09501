package ca.vitaravox.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.FrontDesk.Emr;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.script.CallPlayer;
import ca.vitaravox.server.script.Scripts;
import ca.vitaravox.server.script.Transcript;
import ca.vitaravox.server.script.Webhook;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Closing;
import ca.vitaravox.server.serve.Databases;
import ca.vitaravox.server.serve.TestBackends;
import ca.vitaravox.server.testing.Folders;
import ca.vitaravox.server.testing.NoEmr;
import ca.vitaravox.server.testing.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that come along, each played against a running demo on a Monday morning in Vancouver. */
class ScriptedCallsIT {
    private static final Instant MONDAY = Instant.parse("2026-09-14T17:00:00Z");
    private static final Duration SINCE_SATURDAY = Duration.ofDays(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final InstantSource CLOCK =
            Clock.offset(Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), MONDAY));
    private static final InstantSource ON_SATURDAY = InstantSource.offset(CLOCK, SINCE_SATURDAY.negated());
    private static final ServerConfig CONFIG = TestServer.config();
    private static final Closing CLOSING = new Closing();

    @TempDir
    private static Path directory;

    private static Demo demo;
    private static Database database;

    private final StringWriter printed = new StringWriter();

    @BeforeAll
    static void start() throws IOException {
        DataFolder folder = CLOSING.add(DataFolder.open(Folders.ready(directory)));
        demo = Demo.start(folder, CONFIG, CLOSING, CLOCK, new PrintWriter(new StringWriter()));
        database = CLOSING.add(Databases.open(demo.postgres().asApplication(), 2, CLOCK));
    }

    @AfterAll
    static void stop() {
        CLOSING.close();
    }

    @BeforeEach
    void the_demo_is_as_it_begins() {
        new EarlierBookings(database, CLOCK).cancel();
        new DemoData(database, CLOCK).bringUpToToday();
    }

    private Map<String, String> play(String script) {
        return play(script, demo.address(), CLOCK);
    }

    private Map<String, String> play(String script, URI server, InstantSource clock) {
        Webhook webhook = new Webhook(server, CONFIG.webhookSecret().orElseThrow(), CONFIG.webhookAuth(), clock);
        return new CallPlayer(webhook, new Transcript(new PrintWriter(printed)), clock)
                .play(Scripts.named(script).orElseThrow());
    }

    /** Plays the script at a server of its own beside the demo's, on the same database. */
    private Map<String, String> playAt(String script, InstantSource clock, UnaryOperator<Emr> emr) {
        try (Backend beside = TestBackends.start(CONFIG, database, clock, emr)) {
            return play(script, URI.create("http://127.0.0.1:" + beside.port()), clock);
        }
    }

    /** What was printed, as if on one line. */
    private String said() {
        return printed.toString().replaceAll("\\s+", " ");
    }

    private static List<Appointment> appointments(PatientId patient) {
        Deadline deadline = new Deadline(CLOCK.instant().plus(PATIENCE));
        return database.appointments().of(DemoClinics.HARBOURVIEW, patient, deadline);
    }

    private static Appointment appointment(PatientId patient, String id) {
        return appointments(patient).stream()
                .filter(each -> each.id().equals(new AppointmentId(id)))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRecorded(Map<String, String> kept, Intent intent, Outcome outcome) {
        CallRecord call = database.callLog(TestServer.envelope())
                .call(DemoClinics.HARBOURVIEW, new CallId(kept.get("call_id")))
                .orElseThrow();
        assertEquals(Optional.of(intent), call.saidIntent());
        assertEquals(Optional.of(outcome), call.saidOutcome());
        assertEquals(Optional.of(intent), call.derivedIntent());
        assertEquals(Optional.of(outcome), call.derivedOutcome());
    }

    @Test
    void a_caller_books_the_earliest_check_up() {
        Map<String, String> kept = play("booking");

        assertEquals(
                AppointmentStatus.BOOKED,
                appointment(DemoPatients.ROBIN, kept.get("appointment")).status());
        assertRecorded(kept, Intent.BOOK, Outcome.BOOKED);
    }

    @Test
    void a_caller_moves_an_appointment() {
        Map<String, String> kept = play("moving");

        Appointment old = appointment(DemoPatients.WEI, kept.get("old"));
        Appointment moved = appointment(DemoPatients.WEI, kept.get("appointment"));
        assertEquals(AppointmentStatus.CANCELLED, old.status());
        assertEquals(AppointmentStatus.BOOKED, moved.status());
        assertEquals(DemoClinics.SETHI, moved.provider());
        assertEquals(old.emrType(), moved.emrType());
        assertEquals(
                List.of(moved),
                appointments(DemoPatients.WEI).stream()
                        .filter(Appointment::takesTime)
                        .toList());
        assertFalse(moved.time().start().isBefore(CLOCK.instant().plus(Duration.ofDays(6))));
        assertRecorded(kept, Intent.RESCHEDULE, Outcome.RESCHEDULED);
        assertTrue(said().contains("Shall I move the appointment on Thursday, September 17"), this::said);
    }

    @Test
    void a_caller_moves_what_was_moved_before() {
        play("moving");
        Map<String, String> kept = play("moving");

        assertEquals(
                AppointmentStatus.BOOKED,
                appointment(DemoPatients.WEI, kept.get("appointment")).status());
    }

    @Test
    void a_caller_cancels_an_appointment() {
        Map<String, String> kept = play("cancelling");

        assertEquals(
                AppointmentStatus.CANCELLED,
                appointment(DemoPatients.WEI, kept.get("appointment")).status());
        assertRecorded(kept, Intent.CANCEL, Outcome.CANCELLED);
    }

    @Test
    void a_caller_books_in_french() {
        Map<String, String> kept = play("booking-in-french");

        Appointment booked = appointment(DemoPatients.JEAN_LUC, kept.get("appointment"));
        assertEquals(AppointmentStatus.BOOKED, booked.status());
        assertEquals(DemoClinics.WEXFORD, booked.provider());
        assertEquals(Duration.ofMinutes(45), booked.time().length());
        assertRecorded(kept, Intent.BOOK, Outcome.BOOKED);
        assertTrue(said().contains("Le premier rendez-vous possible est le mardi 22 septembre à 9 h 30 "), this::said);
        assertTrue(said().contains("Votre rendez-vous est confirmé pour le mardi 22 septembre à 9 h 30 "), this::said);
    }

    @Test
    void a_caller_books_in_chinese() {
        Map<String, String> kept = play("booking-in-chinese");

        assertEquals(
                AppointmentStatus.BOOKED,
                appointment(DemoPatients.WEI, kept.get("appointment")).status());
        assertRecorded(kept, Intent.BOOK, Outcome.BOOKED);
        assertTrue(said().contains("九月二十二日"), this::said);
    }

    @Test
    void a_mother_books_for_her_child_from_the_number_they_share() {
        Map<String, String> kept = play("two-on-a-number");

        assertEquals(
                AppointmentStatus.BOOKED,
                appointment(DemoPatients.NOA, kept.get("appointment")).status());
        assertEquals(DemoPatients.ROBIN, new PatientId(kept.get("mother")));
        assertRecorded(kept, Intent.BOOK, Outcome.BOOKED);
    }

    @Test
    void a_caller_without_number_is_found_by_a_name_as_heard_and_a_date_of_birth() {
        Map<String, String> kept = play("no-caller-id");

        assertEquals(
                DemoClinics.SETHI,
                appointment(DemoPatients.KATHERINE, kept.get("appointment")).provider());
        assertRecorded(kept, Intent.BOOK, Outcome.BOOKED);
    }

    @Test
    void who_guesses_dates_of_birth_is_told_nothing_and_stopped() {
        play("wrong-birth-dates");

        assertTrue(said().contains("TOO_MANY_ATTEMPTS"), this::said);
        assertFalse(said().contains("patient_id"), this::said);
    }

    @Test
    void a_message_left_after_hours_is_a_task_for_staff() {
        Map<String, String> kept = playAt("message-after-hours", ON_SATURDAY, UnaryOperator.identity());

        assertRecorded(kept, Intent.MESSAGE, Outcome.MESSAGE_TAKEN);
        List<Optional<Message>> left = database.taskBook().open(DemoClinics.HARBOURVIEW, 50).stream()
                .filter(task -> task.call().equals(Optional.of(new CallId(kept.get("call_id")))))
                .map(Task::message)
                .toList();
        assertEquals(1, left.size());
        assertEquals(
                Optional.of(new PhoneNumber("+16045550178")),
                left.get(0).orElseThrow().callBack());
    }

    @Test
    void an_emergency_is_sent_to_911_by_a_server_whose_emr_is_down() {
        play("emergency");
        playAt("emergency", CLOCK, NoEmr::inPlaceOf);

        assertTrue(said().contains("911"), this::said);
    }

    @Test
    void a_caller_whose_clinic_s_emr_is_down_is_promised_nothing_and_handed_to_a_person() {
        playAt("emr-down", CLOCK, NoEmr::inPlaceOf);

        assertTrue(said().contains("transfer_call"), this::said);
    }

    @Test
    void a_new_patient_agrees_to_what_is_kept_and_gets_a_chart_and_an_appointment() {
        Map<String, String> kept = play("registration");

        PatientId patient = new PatientId(kept.get("patient"));
        assertEquals(
                AppointmentStatus.BOOKED,
                appointment(patient, kept.get("appointment")).status());
        assertRecorded(kept, Intent.BOOK, Outcome.BOOKED);
        assertTrue(said().contains("Do you agree?"), this::said);
    }

    @Test
    void a_patient_waits_for_an_earlier_time() {
        Map<String, String> kept = play("waiting");

        assertRecorded(kept, Intent.WAITLIST, Outcome.WAITLISTED);
    }

    @Test
    void what_a_caller_gives_up_is_offered_in_the_same_call_to_a_child_who_waits() {
        Map<String, String> kept = play("giving-up-for-another");

        PatientId mother = new PatientId(kept.get("mother"));
        PatientId daughter = new PatientId(kept.get("daughter"));
        Appointment givenUp = appointment(mother, kept.get("given_up"));
        Appointment booked = appointment(daughter, kept.get("appointment"));
        assertEquals(AppointmentStatus.CANCELLED, givenUp.status());
        assertEquals(AppointmentStatus.BOOKED, booked.status());
        assertEquals(givenUp.time(), booked.time());
        assertEquals(givenUp.provider(), booked.provider());
    }
}
