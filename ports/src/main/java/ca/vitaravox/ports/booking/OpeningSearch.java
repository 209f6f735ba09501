package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.patient.PatientId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Use case: find the earliest openings, and hold the first for the caller. Thread-safe. */
@FunctionalInterface
public interface OpeningSearch {
    /** How many slots are offered at once. */
    int MOST_OFFERED = 3;

    /** Finds up to {@link #MOST_OFFERED} openings, earliest first. */
    Result find(CallContext call, Query query);

    /**
     * What is looked for. Everything left out is open.
     *
     * @param visitType in the caller's words; if left out, that of the appointment about to be moved, else the clinic's
     *     default
     * @param provider this provider only
     * @param providerName a provider by name as heard, where no id is given
     * @param earliest first day, in the clinic's calendar; today if left out
     * @param latest last day; the booking horizon if left out
     * @param partOfDay part of the day
     * @param weekdays weekdays; empty for all
     * @param patient for whom; must have been identified in this call
     * @param moving an appointment about to be moved, whose own time counts as free
     */
    record Query(
            Optional<String> visitType,
            Optional<ProviderId> provider,
            Optional<String> providerName,
            Optional<LocalDate> earliest,
            Optional<LocalDate> latest,
            PartOfDay partOfDay,
            Set<DayOfWeek> weekdays,
            Optional<PatientId> patient,
            Optional<AppointmentId> moving) {
        /** Copies the set. */
        public Query {
            weekdays = Set.copyOf(weekdays);
        }
    }

    /** What was found. */
    sealed interface Result {
        /**
         * Openings as asked.
         *
         * @param slots 1 to 3, earliest first, the first held unless this caller holds as much as one may
         * @param heldUntil when that hold runs out if nothing renews it; empty if it is not held
         */
        record Offered(List<BookableSlot> slots, Optional<Instant> heldUntil) implements Result {}

        /**
         * Nothing within what was asked.
         *
         * @param alternatives the nearest outside it, offered but not held; may be empty
         */
        record Nothing(List<BookableSlot> alternatives) implements Result {}

        /**
         * The whole time asked for lies outside what callers may book.
         *
         * @param first first day callers may book
         * @param last last day callers may book
         */
        record OutsideWindow(LocalDate first, LocalDate last) implements Result {}

        /**
         * No such visit type here; or somebody else than the patient moves an appointment, and has to say what it is for.
         *
         * @param known those there are
         */
        record VisitTypeUnknown(List<VisitType> known) implements Result {}

        /**
         * No such provider that callers may book, or more than one sounds like it.
         *
         * @param known those there are, or those it could be
         */
        record ProviderNotFound(List<Provider> known) implements Result {}

        /** The patient was not identified in this call. */
        record NotIdentified() implements Result {}

        /** The appointment to be moved was not told to, or booked in, this call. */
        record AppointmentNotFound() implements Result {}

        /** The EMR did not answer. */
        record EmrUnavailable() implements Result {}
    }
}
