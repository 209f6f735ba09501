package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Use case: wait for an opening, and hear of it on the phone. Thread-safe. */
public interface Waitlist {
    /** Puts somebody on the waitlist. Who is no patient, or not identified, learns nothing about who is on it. */
    Result join(CallContext call, Command command);

    /**
     * The opening that is offered to a patient identified in this call, held for the call from now on; to be asked once
     * the patient was identified. The call can book it, or move an appointment to it, like any slot.
     *
     * @return empty if there is none, or none that may be told at this level of identification, or can be held now
     */
    Optional<ForCaller> onTheLine(CallContext call, PatientId patient);

    /**
     * Who waits, and for what; everything left out is open. Its text is hidden.
     *
     * @param kind what they wait for
     * @param patient a patient of this call, or
     * @param name a name, and
     * @param phone a number
     * @param visitType in the caller's words; the clinic's default visit type if left out
     * @param provider this provider only
     * @param partOfDay part of the day
     * @param weekdays weekdays; empty for all
     * @param latest the last day that suits, in the clinic's calendar
     * @param appointment the appointment to be had earlier, told to or booked in this call
     * @param notes in the caller's words, cleaned
     */
    record Command(
            WaitlistKind kind,
            Optional<PatientId> patient,
            Optional<PatientName> name,
            Optional<PhoneNumber> phone,
            Optional<String> visitType,
            Optional<ProviderId> provider,
            PartOfDay partOfDay,
            Set<DayOfWeek> weekdays,
            Optional<LocalDate> latest,
            Optional<AppointmentId> appointment,
            Optional<String> notes) {
        /** Copies the set. */
        public Command {
            weekdays = Set.copyOf(weekdays);
        }

        @Override
        public String toString() {
            return "Command[hidden]";
        }
    }

    /** How it ended. */
    sealed interface Result {
        /**
         * On the waitlist.
         *
         * @param position the place, from 1
         * @param already whether it was so before, as far as the caller may know
         */
        record Joined(int position, boolean already) implements Result {}

        /** The clinic keeps no waitlist. */
        record Disabled() implements Result {}

        /** The patient was not identified in this call. */
        record NotIdentified() implements Result {}

        /** A name is needed. */
        record NameNeeded() implements Result {}

        /** A number is needed. */
        record PhoneNeeded() implements Result {}

        /**
         * No such visit type here.
         *
         * @param known those there are
         */
        record VisitTypeUnknown(List<VisitType> known) implements Result {}

        /**
         * No such provider that callers may book.
         *
         * @param known those there are
         */
        record ProviderNotFound(List<Provider> known) implements Result {}

        /** The appointment was neither told to nor booked in this call, is another patient's, or is gone. */
        record AppointmentNotFound() implements Result {}

        /**
         * Nobody waits for so long.
         *
         * @param last the last day that can be waited for
         */
        record TooLong(LocalDate last) implements Result {}

        /** As many wait as may. */
        record Full() implements Result {}

        /** The EMR did not answer. */
        record EmrUnavailable() implements Result {}
    }

    /**
     * An opening for somebody on the phone.
     *
     * @param slot what to book
     * @param instead the appointment that is to be moved to it
     * @param toldWhatFor whether the caller may hear what the visit is for
     */
    record ForCaller(BookableSlot slot, Optional<AppointmentId> instead, boolean toldWhatFor) {}
}
