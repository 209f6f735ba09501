package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal.Entry;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How a slot is kept. */
final class SlotRow {
    private SlotRow() {}

    static Entry entry(ResultSet row, Instant now) throws SQLException {
        return new Entry(slot(row), state(row, now));
    }

    static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                new SlotId(row.getString("slot_id")),
                new CallId(row.getString("call_id")),
                Columns.someText(row, "patient_id").map(PatientId::new),
                new ProviderId(row.getString("provider_id")),
                time(row),
                new VisitTypeCode(row.getString("visit_type")));
    }

    static TimeRange time(ResultSet row) throws SQLException {
        return new TimeRange(Columns.moment(row, "starts"), Columns.moment(row, "ends"));
    }

    static SlotState state(ResultSet row, Instant now) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "offered" -> new SlotState.Offered();
            case "held" -> held(Columns.moment(row, "until"), now);
            case "writing" ->
                new SlotState.Writing(
                        new PatientId(row.getString("booked_for")),
                        row.getInt("attempt"),
                        Columns.moment(row, "until"));
            case "booked" ->
                new SlotState.Booked(
                        new PatientId(row.getString("booked_for")), new AppointmentId(row.getString("appointment_id")));
            case "released" -> new SlotState.Released();
            case "expired" -> new SlotState.Expired();
            case "compensated" -> compensated(row, now);
            default -> throw new IllegalStateException("a slot is " + state);
        };
    }

    private static SlotState compensated(ResultSet row, Instant now) throws SQLException {
        SlotState.Compensated gone = new SlotState.Compensated(Columns.someMoment(row, "until"));
        return row.getBoolean("blocks") && gone.blocksAt(now) ? gone : new SlotState.Compensated();
    }

    private static SlotState held(Instant until, Instant now) {
        return now.isBefore(until) ? new SlotState.Held(until) : new SlotState.Expired();
    }

    static List<String> ids(Set<ProviderId> providers) {
        return providers.stream().map(ProviderId::value).toList();
    }
}
