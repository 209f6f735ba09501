package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.patient.PatientId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** When patients have appointments already, with whomever. Thread-safe. */
final class OwnAppointments {
    private final RecentReads recent;
    private final EmrTime emrTime;

    OwnAppointments(RecentReads recent, InstantSource clock) {
        this.recent = recent;
        this.emrTime = new EmrTime(clock);
    }

    /**
     * The same wish, knowing when the patient is elsewhere; to be asked once for a search.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the patient's appointments cannot be read
     */
    Wanted knowing(CallContext call, Wanted wanted) {
        return wanted.visitor()
                .patient()
                .map(patient -> wanted.by(wanted.visitor().elsewhere(times(call, patient, wanted.moving()))))
                .orElse(wanted);
    }

    /**
     * One of the patient's appointments, if the EMR has it.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the patient's appointments cannot be read
     */
    Optional<Appointment> find(CallContext call, PatientId patient, AppointmentId appointment) {
        return recent.of(call.clinic(), patient, emrTime.request(call)).stream()
                .filter(each -> each.id().equals(appointment))
                .findFirst();
    }

    private List<TimeRange> times(CallContext call, PatientId patient, Optional<AppointmentId> moving) {
        return times(recent.of(call.clinic(), patient, emrTime.request(call)), patient, moving);
    }

    /** When the patient's appointments are, but for one about to be moved. */
    static List<TimeRange> times(List<Appointment> all, PatientId patient, Optional<AppointmentId> moving) {
        return all.stream()
                .filter(Appointment::takesTime)
                .filter(appointment -> appointment.patient().equals(Optional.of(patient)))
                .filter(appointment -> !moving.equals(Optional.of(appointment.id())))
                .map(Appointment::time)
                .toList();
    }
}
