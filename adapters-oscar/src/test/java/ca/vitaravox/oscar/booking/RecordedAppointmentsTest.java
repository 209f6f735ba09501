package ca.vitaravox.oscar.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.recorded.Recording;
import ca.vitaravox.oscar.rest.OscarReply;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was recorded of appointments says the same once it was read and written down again as OSCAR does. */
class RecordedAppointmentsTest {
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final Zones ZONES = new Zones(TORONTO, TORONTO);
    private static final String DAY = "/schedule/[0-9]+/day/([0-9-]{10})";
    private static final String MONTH = "/schedule/fetchMonthly/.*";
    private static final String HISTORY = "/schedule/[0-9]+/appointmentHistory";

    static List<Recording> days() {
        return Recording.of(DAY);
    }

    static List<Recording> monthsAndHistories() {
        return Stream.of(MONTH, HISTORY)
                .map(Recording::of)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("days")
    void a_day_sheet_is_read_without_loss(Recording recording) {
        String[] path = recording.path().split("/");
        LocalDate day = LocalDate.parse(path[4].equals("24-11-2026") ? "2026-11-24" : path[4]);
        SheetReading reading = new SheetReading(new ProviderId(path[2]), day, false);
        List<Appointment> read =
                reading.appointments(new OscarReply(200, recording.bytes()), ZONES, () -> Duration.ofHours(9));
        assertEquals(recording.body().size(), read.size());
        for (int i = 0; i < read.size(); i++) {
            JsonNode row = recording.body().get(i);
            Appointment appointment = read.get(i);
            assertEquals(row.path("appointmentNo").asText(), appointment.id().value());
            assertEquals(path[2], appointment.provider().value());
            assertEquals(patient(row), appointment.patient());
            assertEquals(name(row), appointment.name());
            assertEquals(row.path("date").asLong(), appointment.time().start().toEpochMilli());
            assertEquals(row.path("duration").asText(), words(appointment.time().length()));
            assertEquals(row.path("type").asText(""), appointment.emrType());
            assertStatus(row, appointment);
        }
    }

    @ParameterizedTest
    @MethodSource("monthsAndHistories")
    void a_month_and_a_history_are_read_without_loss(Recording recording) {
        JsonNode rows = recording.body().path("appointments");
        List<Appointment> read = new SheetReading(new ProviderId("101"), LocalDate.of(2026, 11, 1), true)
                .appointments(new OscarReply(200, recording.bytes()), ZONES, () -> Duration.ofHours(9));
        assertEquals(rows.size(), read.size());
        for (int i = 0; i < read.size(); i++) {
            JsonNode row = rows.get(i);
            Appointment appointment = read.get(i);
            LocalDateTime start = LocalDateTime.ofInstant(appointment.time().start(), TORONTO);
            LocalDateTime end = LocalDateTime.ofInstant(appointment.time().end(), TORONTO);
            assertEquals(row.path("id").asText(), appointment.id().value());
            assertEquals(row.path("providerNo").asText(), appointment.provider().value());
            assertEquals(patient(row), appointment.patient());
            assertEquals(name(row), appointment.name());
            assertEquals(
                    row.path("appointmentDate").asLong(),
                    start.toLocalDate().atStartOfDay(TORONTO).toInstant().toEpochMilli());
            assertEquals(row.path("startTime").asText(), time(start));
            assertEquals(
                    row.path("endTime").asText().substring(0, 5),
                    time(end.minusMinutes(1)).substring(0, 5));
            assertEquals(row.path("type").asText(""), appointment.emrType());
            assertStatus(row, appointment);
        }
    }

    private static Optional<PatientId> patient(JsonNode row) {
        return Optional.of(row.path("demographicNo").asText())
                .filter(number -> !number.equals("0"))
                .map(PatientId::new);
    }

    private static Optional<String> name(JsonNode row) {
        return patient(row).map(who -> row.path("name").asText().replaceAll(", *", ", "));
    }

    private static void assertStatus(JsonNode row, Appointment appointment) {
        boolean cancelled = row.path("status").asText("").startsWith("C");
        assertEquals(cancelled, appointment.status() == AppointmentStatus.CANCELLED);
    }

    private static String time(LocalDateTime at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").format(at);
    }

    /** As OSCAR says a length, a minute short. */
    private static String words(Duration length) {
        Duration less = length.minusMinutes(1);
        return (less.toHours() > 0 ? less.toHours() + "H " : "")
                + (less.toMinutesPart() > 0 ? less.toMinutesPart() + "m " : "");
    }

    @Test
    void there_are_recordings_to_be_read() {
        assertTrue(days().size() >= 8);
        assertTrue(monthsAndHistories().size() >= 6);
    }
}
