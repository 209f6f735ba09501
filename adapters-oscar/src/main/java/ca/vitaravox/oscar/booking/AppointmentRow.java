package ca.vitaravox.oscar.booking;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Appointments as OSCAR lists them: in a month or a history, and on a day sheet. What makes no sense is refused, since an
 * appointment that is left out is a time that is booked twice.
 */
final class AppointmentRow {
    /** The name of what staff block a time with. */
    private static final String BLOCK = "Do_Not_Book";

    /** A day sheet gives the length less a minute, in words: {@code 1H 29m }, or nothing for none. */
    private static final Pattern LENGTH = Pattern.compile("(?:([0-9]{1,4})H ?)?(?:([0-9]{1,4})m)?");

    private final JsonNode row;
    private final Zones zones;

    AppointmentRow(JsonNode row, Zones zones) {
        this.row = row;
        this.zones = zones;
    }

    /** A row of a month or a history; empty for one that is with nobody. */
    Optional<Appointment> full() {
        String provider = text("providerNo");
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        LocalTime start = WallClock.time(row.path("startTime"), zones.oscar()).orElseThrow(this::senseless);
        LocalTime end = WallClock.time(row.path("endTime"), zones.oscar()).orElseThrow(this::senseless);
        LocalDate day =
                WallClock.day(row.path("appointmentDate"), zones.oscar()).orElseThrow(this::senseless);
        return Optional.of(appointment("id", new ProviderId(provider), day.atTime(start), length(start, end)));
    }

    /**
     * A row of a provider's day sheet; that of classic OSCAR tells no length.
     *
     * @param day the day that was asked for
     * @param longest how long an appointment of unknown length is taken for
     */
    Appointment onDaySheet(ProviderId provider, LocalDate day, Duration longest) {
        LocalTime start = WallClock.time(row.path("startTime"), zones.oscar())
                .or(() -> WallClock.time(row.path("date"), zones.oscar()))
                .orElseThrow(this::senseless);
        return appointment(
                "appointmentNo", provider, day.atTime(start), toldLength().orElse(longest));
    }

    private Appointment appointment(String idField, ProviderId provider, LocalDateTime from, Duration length) {
        String id = text(idField);
        if (id.isEmpty()) {
            throw senseless();
        }
        return new Appointment(
                new AppointmentId(id),
                provider,
                patient(),
                TimeRange.from(zones.moment(from), length),
                text("type"),
                StatusLetter.status(text("status")),
                AppointmentText.reference(text("notes")),
                patient().flatMap(who -> name()));
    }

    /** A month and a day sheet put a different space between the names. */
    private Optional<String> name() {
        return Optional.of(text("name").strip().replaceAll(",\\s*", ", ")).filter(name -> !name.isEmpty());
    }

    private Optional<PatientId> patient() {
        String number = text("demographicNo");
        boolean nobody = number.isEmpty() || number.equals("0") || text("name").equalsIgnoreCase(BLOCK);
        return nobody ? Optional.empty() : Optional.of(new PatientId(number));
    }

    /**
     * OSCAR stores the last minute that belongs to an appointment, some of its clients the last second. An end before
     * the start is past midnight; but the very minute before it is a length of nothing, which is taken for a minute.
     */
    private static Duration length(LocalTime start, LocalTime end) {
        LocalTime over = end.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        Duration length = Duration.between(start.truncatedTo(ChronoUnit.MINUTES), over);
        if (length.isZero()) {
            return Duration.ofMinutes(1);
        }
        return length.isNegative() ? length.plusDays(1) : length;
    }

    private Optional<Duration> toldLength() {
        JsonNode told = row.path("duration");
        Matcher length = LENGTH.matcher(told.asText().strip());
        return told.isTextual() && length.matches()
                ? Optional.of(Duration.ofHours(number(length.group(1))).plusMinutes(number(length.group(2)) + 1))
                : Optional.empty();
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private String text(String field) {
        return OscarJson.text(row, field);
    }

    private EmrUnavailableException senseless() {
        return new EmrUnavailableException("an appointment in OSCAR's answer makes no sense: " + text("id"));
    }
}
