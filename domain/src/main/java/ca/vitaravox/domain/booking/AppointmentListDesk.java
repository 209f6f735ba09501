package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells verified patients their appointments, and remembers which were told. Thread-safe. */
final class AppointmentListDesk implements AppointmentList {
    private final ClinicDirectory clinics;
    private final IdentityLedger identities;
    private final Appointments appointments;
    private final TakenBack takenBack;
    private final ToldInTime told;
    private final CallTrail trail;
    private final InstantSource clock;
    private final EmrTime emrTime;

    AppointmentListDesk(
            ClinicDirectory clinics,
            IdentityLedger identities,
            Appointments appointments,
            TakenBack takenBack,
            ToldInTime told,
            CallTrail trail,
            InstantSource clock) {
        this.clinics = clinics;
        this.identities = identities;
        this.appointments = appointments;
        this.takenBack = takenBack;
        this.told = told;
        this.trail = trail;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    @Override
    public Result list(CallContext call, PatientId patient, boolean past) {
        Optional<Identification> identified = identities
                .identified(call.clinic(), call.call(), patient)
                .filter(identification -> identification.reaches(IdentityLevel.VERIFIED));
        if (identified.isEmpty()) {
            return new Result.NotVerified();
        }
        List<Appointment> all;
        try {
            all = appointments.of(call.clinic(), patient, emrTime.request(call)).stream()
                    .filter(appointment -> appointment.patient().equals(Optional.of(patient)))
                    .toList();
        } catch (EmrUnavailableException e) {
            return new Result.EmrUnavailable();
        }
        Instant now = clock.instant();
        List<Appointment> asked = past ? goneBy(all, now) : coming(all, now);
        List<Appointment> first = asked.stream().limit(MOST_TOLD).toList();
        audit(call, identified.get());
        Set<AppointmentId> telling = first.stream().map(Appointment::id).collect(Collectors.toUnmodifiableSet());
        if (!told.keep(call, patient, telling, false)) {
            return new Result.EmrUnavailable();
        }
        Clinic clinic = clinics.clinic(call.clinic());
        // asked once it is kept what is told: whoever decides to take something back after that finds it told
        List<PatientAppointment> listed = takenBack.without(call.clinic(), patient, first).stream()
                .map(appointment -> Telling.to(identified.get(), Telling.of(clinic, appointment)))
                .toList();
        return new Result.Listed(listed, asked.size() > first.size());
    }

    private static List<Appointment> coming(List<Appointment> all, Instant now) {
        return all.stream()
                .filter(Appointment::takesTime)
                .filter(appointment -> !appointment.time().start().isBefore(now))
                .sorted(Comparator.comparing(appointment -> appointment.time().start()))
                .toList();
    }

    private static List<Appointment> goneBy(List<Appointment> all, Instant now) {
        return all.stream()
                .filter(appointment -> appointment.time().start().isBefore(now))
                .sorted(Comparator.comparing(
                                (Appointment appointment) -> appointment.time().start())
                        .reversed())
                .toList();
    }

    private void audit(CallContext call, Identification identified) {
        trail.record(
                call,
                identified.relationship(),
                AuditAction.LIST_APPOINTMENTS,
                Optional.of(identified.patient().value()),
                Optional.empty(),
                AuditResult.DONE);
    }
}
