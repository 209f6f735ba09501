package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an offered slot stands. It begins {@link Offered} or {@link Held}; {@link Booked}, {@link Released},
 * {@link Expired} and {@link Compensated} are ends. A booking attempt may begin again from any end but {@code Booked}.
 */
public sealed interface SlotState {
    /**
     * Whether a write is under way here, or was cut off so lately that it may still arrive. The rules were asked when it
     * began; its own patient takes it up again.
     */
    default boolean isUnsettled(Instant now) {
        return this instanceof Writing || this instanceof Compensated gone && gone.blocksAt(now);
    }

    /** Named to the caller, but not kept for them. */
    record Offered() implements SlotState {}

    /**
     * Kept for the call, offered to nobody else.
     *
     * @param until when it expires
     */
    record Held(Instant until) implements SlotState {}

    /**
     * Being written into the EMR. Its time stays blocked until it is known how that ended.
     *
     * @param patient for whom
     * @param attempt which attempt, from 1; only the latest may end it
     * @param until when another may take the attempt over
     */
    record Writing(PatientId patient, int attempt, Instant until) implements SlotState {}

    /**
     * Confirmed in the EMR.
     *
     * @param patient for whom
     * @param appointment the EMR's id
     */
    record Booked(PatientId patient, AppointmentId appointment) implements SlotState {}

    /** Given up; it is certain that nothing was written. */
    record Released() implements SlotState {}

    /** The hold ran out. */
    record Expired() implements SlotState {}

    /**
     * Written, or perhaps written, and taken back: the EMR has been seen without it.
     *
     * @param blockedUntil until when its time stays blocked, for what was perhaps written may still arrive; empty if it is
     *     free
     */
    record Compensated(Optional<Instant> blockedUntil) implements SlotState {
        /** One whose time is free. */
        public Compensated() {
            this(Optional.empty());
        }

        /** Whether its time is blocked at {@code now}. */
        public boolean blocksAt(Instant now) {
            return blockedUntil.filter(now::isBefore).isPresent();
        }
    }
}
