package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who may change which appointment, and until when: the same for cancelling and moving. Thread-safe. */
final class Changing {
    private final IdentityLedger identities;
    private final ToldAppointments told;
    private final Appointments appointments;
    private final InstantSource clock;
    private final EmrTime emrTime;

    Changing(IdentityLedger identities, ToldAppointments told, Appointments appointments, InstantSource clock) {
        this.identities = identities;
        this.told = told;
        this.appointments = appointments;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    /** What may become of a wish to change an appointment. */
    sealed interface Permission {
        /**
         * The caller may change it.
         *
         * @param caller for whom the caller was identified
         * @param appointment the appointment as the EMR shows it now
         * @param bookedHere whether this very call booked it
         * @param elsewhere when the patient has other appointments
         */
        record Granted(Identification caller, Appointment appointment, boolean bookedHere, List<TimeRange> elsewhere)
                implements Permission {}

        /** It was neither told to nor booked in this call, or the EMR no longer has it. */
        record NoSuchAppointment() implements Permission {}

        /** The patient must be verified first. */
        record NotVerified() implements Permission {}
    }

    /**
     * Whether this call may change this appointment.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if it cannot be read
     */
    Permission permission(CallContext call, AppointmentId id) {
        Optional<ToldAppointments.Told> known = told.told(call.clinic(), call.call(), id);
        if (known.isEmpty()) {
            return new Permission.NoSuchAppointment();
        }
        IdentityLevel needed = known.get().bookedHere() ? IdentityLevel.CALLER_ID : IdentityLevel.VERIFIED;
        Optional<Identification> caller = identities
                .identified(call.clinic(), call.call(), known.get().patient())
                .filter(identification -> identification.reaches(needed));
        if (caller.isEmpty()) {
            return new Permission.NotVerified();
        }
        PatientId patient = known.get().patient();
        List<Appointment> all = read(call, patient);
        List<TimeRange> elsewhere = OwnAppointments.times(all, patient, Optional.of(id));
        return find(all, id)
                .<Permission>map(found ->
                        new Permission.Granted(caller.get(), found, known.get().bookedHere(), elsewhere))
                .orElseGet(Permission.NoSuchAppointment::new);
    }

    /** The appointment as the EMR shows it now. */
    Optional<Appointment> find(CallContext call, PatientId patient, AppointmentId id) {
        return find(read(call, patient), id);
    }

    private static Optional<Appointment> find(List<Appointment> all, AppointmentId id) {
        return all.stream().filter(appointment -> appointment.id().equals(id)).findFirst();
    }

    private List<Appointment> read(CallContext call, PatientId patient) {
        return appointments.of(call.clinic(), patient, emrTime.request(call)).stream()
                .filter(appointment -> appointment.patient().equals(Optional.of(patient)))
                .toList();
    }

    /** The call is about to cancel an appointment: open until it is settled, at whichever server that is. */
    void cancelling(CallContext call, AppointmentId id) {
        told.cancelling(call.clinic(), call.call(), id);
    }

    /** What came of it is known; false if nothing was open. */
    boolean settled(CallContext call, AppointmentId id) {
        return told.settled(call.clinic(), call.call(), id);
    }

    /** What this very call booked can be changed whatever the notice; nothing past can be. */
    boolean inTime(Clinic clinic, Permission.Granted granted) {
        Appointment appointment = granted.appointment();
        Duration notice = granted.bookedHere() ? Duration.ZERO : clinic.policy().changeNotice();
        Instant now = clock.instant();
        return appointment.status() == AppointmentStatus.BOOKED
                && now.isBefore(appointment.time().start())
                && !now.isAfter(appointment.time().start().minus(notice));
    }
}
