package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal.Course;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.Optional;

/**
 * What has to be seen to about a slot in the in-memory book, once nobody else does.
 *
 * @param patient for whom it was last claimed for writing
 * @param since when it was first claimed for writing, or when it ended
 * @param due since when, or from when on, it has to be seen to
 * @param over when its call was known to be over
 * @param refused whether the call was told that nothing came of it
 * @param moves the appointment that is let go for it
 * @param course what has been decided
 */
record Aftercare(
        Optional<PatientId> patient,
        Instant since,
        Optional<Instant> due,
        Optional<Instant> over,
        boolean refused,
        Optional<AppointmentId> moves,
        Course course) {
    static final Aftercare NONE = new Aftercare(
            Optional.empty(),
            Instant.MAX,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Course.UNDECIDED);

    /** What is left of it when a slot is claimed that nobody was writing. */
    Aftercare anew(PatientId claimedFor, Instant now) {
        return new Aftercare(
                Optional.of(claimedFor), now, Optional.empty(), over, false, Optional.empty(), Course.UNDECIDED);
    }

    Aftercare since(Instant now) {
        return new Aftercare(patient, now, due, over, refused, moves, course);
    }

    Aftercare due(Optional<Instant> from) {
        return new Aftercare(patient, since, from, over, refused, moves, course);
    }

    Aftercare over(Instant now) {
        return new Aftercare(patient, since, due, over.or(() -> Optional.of(now)), refused, moves, course);
    }

    Aftercare told() {
        return new Aftercare(patient, since, due, over, true, moves, course);
    }

    Aftercare moving(AppointmentId previous) {
        return new Aftercare(patient, since, due, over, refused, Optional.of(previous), course);
    }

    Aftercare on(Course decided) {
        return new Aftercare(patient, since, due, over, refused, moves, decided);
    }
}
