package ca.vitaravox.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.script.CallPlayer;
import ca.vitaravox.server.script.Scripts;
import ca.vitaravox.server.script.Transcript;
import ca.vitaravox.server.script.Webhook;
import ca.vitaravox.server.serve.Closing;
import ca.vitaravox.server.serve.Databases;
import ca.vitaravox.server.testing.Folders;
import ca.vitaravox.server.testing.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts that come along, each played against a running demo on a Monday morning in Vancouver. */
class ScriptedCallsIT {
    private static final Instant MONDAY = Instant.parse("2026-09-14T17:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final InstantSource CLOCK =
            Clock.offset(Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), MONDAY));
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
        Webhook webhook =
                new Webhook(demo.address(), CONFIG.webhookSecret().orElseThrow(), CONFIG.webhookAuth(), CLOCK);
        return new CallPlayer(webhook, new Transcript(new PrintWriter(printed)), CLOCK)
                .play(Scripts.named(script).orElseThrow());
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
        CallRecord call = database.callLog()
                .call(DemoClinics.HARBOURVIEW, new CallId(kept.get("call_id")))
                .orElseThrow();
        assertEquals(Optional.of(intent), call.saidIntent());
        assertEquals(Optional.of(outcome), call.saidOutcome());
        assertEquals(Optional.of(intent), call.derivedIntent());
        assertEquals(Optional.of(outcome), call.derivedOutcome());
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
        assertTrue(said().contains("La première place libre est le mardi 22 septembre à 9 h 30 "), this::said);
        assertTrue(said().contains("Votre rendez-vous est pris : le mardi 22 septembre à 9 h 30 "), this::said);
    }

    @ParameterizedTest
    @MethodSource("ca.vitaravox.server.script.Scripts#names")
    void every_script_keeps_a_patient_and_an_appointment(String name) {
        Map<String, String> kept = play(name);

        assertTrue(kept.containsKey("patient"));
        assertTrue(kept.containsKey("appointment"));
    }
}
