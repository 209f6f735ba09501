package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.AppointmentId;

/** How writing a slot into the EMR ended. */
sealed interface Written {
    /** It is there, and alone; {@code already} if an earlier request wrote it. */
    record Confirmed(AppointmentId appointment, boolean already) implements Written {}

    /** Somebody else has the time; the EMR holds nothing of ours. */
    record Collided() implements Written {}

    /** The patient has, or is just getting, as many others as there was room for; nothing was begun. */
    record NoRoom() implements Written {}

    /** The EMR does not answer; it holds nothing of ours. */
    record NotWritten() implements Written {}

    /** Not known yet. The journal still says that it is being written. */
    record Open() implements Written {}
}
