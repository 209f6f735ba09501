package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.Line;

/** Whose line a message is about, and whether what it got in by is enough for it. */
sealed interface Owner {
    /** A clinic that it may reach. */
    record Known(Line line) implements Owner {}

    /** No clinic here. */
    record Nobody() implements Owner {}

    /** A clinic that takes another proof. */
    record OutOfReach() implements Owner {}
}
