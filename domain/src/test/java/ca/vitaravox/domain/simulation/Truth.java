package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.emr.InMemoryEmr;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The EMRs of all clinics, and how what is in them came about. */
final class Truth {
    private static final Deadline NONE = new Deadline(Instant.MAX);

    private final InstantSource clock;
    private final Story story;
    private final Map<ClinicId, InMemoryEmr> emrs;
    private final Map<Kept, Filed> files = new LinkedHashMap<>();

    Truth(InstantSource clock, Story story, Map<ClinicId, InMemoryEmr> emrs) {
        this.clock = clock;
        this.story = story;
        this.emrs = emrs;
    }

    InMemoryEmr emr(ClinicId clinic) {
        return emrs.get(clinic);
    }

    Collection<Filed> files() {
        return files.values();
    }

    Optional<Filed> file(Kept kept) {
        return Optional.ofNullable(files.get(kept));
    }

    /** What else was booked from the same slot. */
    Stream<Filed> twins(Filed filed) {
        return files.values().stream()
                .filter(other -> other != filed && other.slot().isPresent())
                .filter(other -> other.slot().equals(filed.slot()));
    }

    /** A request of ours to book has arrived. */
    WriteResult book(ClinicId clinic, NewAppointment wanted) {
        WriteResult result = emr(clinic).book(clinic, wanted, NONE);
        if (result instanceof WriteResult.Written written) {
            Kept kept = new Kept(clinic, written.appointment());
            files.put(kept, new Filed(kept, Optional.of(wanted.reference()), clock.instant()));
            tell("books " + kept + " from " + wanted.reference());
        }
        return result;
    }

    /** A request of ours to cancel has arrived. */
    WriteResult cancel(ClinicId clinic, AppointmentId appointment) {
        file(new Kept(clinic, appointment)).ifPresent(filed -> filed.cancelled(clock.instant()));
        tell("cancels " + new Kept(clinic, appointment));
        return emr(clinic).cancel(clinic, appointment, NONE);
    }

    void staffBook(ClinicId clinic, Appointment appointment) {
        Kept kept = new Kept(clinic, emr(clinic).put(clinic, appointment));
        files.put(kept, new Filed(kept, Optional.empty(), clock.instant()));
        tell("staff book " + kept + " with " + appointment.provider() + " at "
                + appointment.time().start());
    }

    void staffCancel(Kept kept) {
        files.get(kept).cancelledByStaff(clock.instant());
        emr(kept.clinic()).become(kept.clinic(), kept.id(), AppointmentStatus.CANCELLED);
        tell("staff cancel " + kept);
    }

    void staffMove(Kept kept, ProviderId provider, TimeRange time) {
        files.get(kept).movedByStaff(clock.instant());
        emr(kept.clinic()).move(kept.clinic(), kept.id(), provider, time);
        tell("staff move " + kept + " to " + provider + " at " + time.start());
    }

    /** The appointments of a clinic that take time. */
    List<Appointment> live(ClinicId clinic) {
        return emr(clinic).everything(clinic).stream()
                .filter(Appointment::takesTime)
                .toList();
    }

    private void tell(String what) {
        story.tell(clock.instant(), "EMR", what);
    }
}
