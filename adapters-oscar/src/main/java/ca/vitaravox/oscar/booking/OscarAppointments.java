package ca.vitaravox.oscar.booking;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The appointments of one clinic's OSCAR. A day of one provider is one request, and so is a month less its last day;
 * several are asked for at once. A move is for the caller to make of a booking and a cancellation: OSCAR's REST has none.
 */
public final class OscarAppointments implements Appointments {
    /** How OSCAR numbers patients and appointments. */
    static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private static final Comparator<Appointment> BY_START = Comparator.comparing(
                    (Appointment each) -> each.time().start())
            .thenComparing(each -> each.id().value());

    private final OscarLink link;
    private final Zones zones;
    private final Sheets sheets;

    /**
     * The appointments of the clinic that the link is for.
     *
     * @param longestVisit how long an appointment may be of which classic OSCAR tells no length, if none of OSCAR's own
     *     types is longer
     */
    public OscarAppointments(OscarLink link, Zones zones, Duration longestVisit) {
        this.link = link;
        this.zones = zones;
        this.sheets = new Sheets(link, zones, longestVisit);
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        link.belongsTo(clinic);
        Instant from = zones.start(first);
        Instant to = zones.start(last.plusDays(1));
        return sheets.on(providers, zones.oscarDay(from), zones.oscarDay(to.minusMillis(1)), deadline).stream()
                .filter(Appointment::takesTime)
                .filter(each -> !each.time().start().isBefore(from))
                .filter(each -> each.time().start().isBefore(to))
                .sorted(BY_START)
                .toList();
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        link.belongsTo(clinic);
        if (!NUMBER.matcher(patient.value()).matches()) {
            return List.of();
        }
        OscarRequest history = OscarRequest.post("/schedule/" + patient + "/appointmentHistory", OscarJson.object());
        return OscarJson.rows(link.read(history, deadline).json(), "appointments", "content").stream()
                .map(row -> new AppointmentRow(row, zones).full())
                .flatMap(Optional::stream)
                .sorted(BY_START)
                .toList();
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment wanted, Deadline deadline) {
        link.belongsTo(clinic);
        return Writing.booking(wanted, zones)
                .map(writing -> writing.by(link, deadline))
                .orElseGet(() -> new WriteResult.NotWritten("OSCAR numbers its patients, and books by the minute"));
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        link.belongsTo(clinic);
        return Writing.cancellation(appointment)
                .map(writing -> writing.by(link, deadline))
                .orElseGet(() -> new WriteResult.NotWritten("no such appointment"));
    }
}
