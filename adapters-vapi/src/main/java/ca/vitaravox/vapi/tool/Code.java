package ca.vitaravox.vapi.tool;

import ca.vitaravox.vapi.speech.Phrase;

/** Why a tool refuses; the names are part of the contract with the model. */
public enum Code {
    /** An argument is missing or wrong; the answer names it and says what to ask. */
    INVALID_ARGUMENT(Phrase.ASK_AGAIN, Next.CONFIRM_WITH_CALLER),
    /** No chart agrees. */
    PATIENT_NOT_FOUND(Phrase.PATIENT_NOT_FOUND, Next.ASK_FULL_NAME),
    /** The patient was not identified in this call, or not surely enough. */
    IDENTITY_NOT_VERIFIED(Phrase.IDENTITY_NOT_VERIFIED, Next.ASK_FULL_NAME),
    /** Identification is closed. */
    TOO_MANY_ATTEMPTS(Phrase.TOO_MANY_ATTEMPTS, Next.TRANSFER_TO_STAFF),
    /** There is a chart already. */
    DUPLICATE_PATIENT(Phrase.DUPLICATE_PATIENT, Next.TRANSFER_TO_STAFF),
    /** The clinic takes no new patients. */
    NOT_ACCEPTING_PATIENTS(Phrase.NOT_ACCEPTING_PATIENTS, Next.OFFER_WAITLIST),
    /** The caller has yet to agree. */
    CONSENT_REQUIRED(Phrase.CONSENT_REQUIRED, Next.CONFIRM_WITH_CALLER),
    /** No such provider, or more than one. */
    PROVIDER_NOT_FOUND(Phrase.PROVIDER_NOT_FOUND, Next.CONFIRM_WITH_CALLER),
    /** No such visit type. */
    VISIT_TYPE_UNKNOWN(Phrase.VISIT_TYPE_UNKNOWN, Next.CONFIRM_WITH_CALLER),
    /** No opening within what was asked. */
    NO_AVAILABILITY(Phrase.NO_AVAILABILITY, Next.OFFER_WAITLIST),
    /** No such slot was offered to this call. */
    SLOT_UNKNOWN(Phrase.SLOT_UNKNOWN, Next.OFFER_SLOTS),
    /** By now the slot is too near. */
    SLOT_EXPIRED(Phrase.SLOT_EXPIRED, Next.OFFER_SLOTS),
    /** Somebody else has the time. */
    SLOT_TAKEN(Phrase.SLOT_TAKEN, Next.OFFER_SLOTS),
    /** Outside the days callers may book. */
    OUTSIDE_BOOKING_WINDOW(Phrase.OUTSIDE_BOOKING_WINDOW, Next.CONFIRM_WITH_CALLER),
    /** The patient has another appointment from this call. */
    ALREADY_BOOKED(Phrase.ALREADY_BOOKED, Next.CONFIRM_WITH_CALLER),
    /** The patient has as many appointments to come as the clinic allows. */
    LIMIT_REACHED(Phrase.LIMIT_REACHED, Next.TRANSFER_TO_STAFF),
    /** No such appointment was told to, or booked in, this call. */
    APPOINTMENT_NOT_FOUND(Phrase.APPOINTMENT_NOT_FOUND, Next.CONFIRM_WITH_CALLER),
    /** The appointment is past, or too near to be changed. */
    APPOINTMENT_NOT_CHANGEABLE(Phrase.APPOINTMENT_NOT_CHANGEABLE, Next.TRANSFER_TO_STAFF),
    /** The caller has yet to say yes. */
    NOT_CONFIRMED(Phrase.NOT_CONFIRMED, Next.CONFIRM_WITH_CALLER),
    /** The clinic keeps no waitlist. */
    WAITLIST_DISABLED(Phrase.WAITLIST_DISABLED, Next.TAKE_MESSAGE),
    /** There is nobody to hand the call to. */
    NO_TRANSFER_DESTINATION(Phrase.NO_TRANSFER_DESTINATION, Next.TAKE_MESSAGE),
    /** Sent to the EMR and not confirmed yet; asking again tells the end. */
    OUTCOME_PENDING(Phrase.OUTCOME_PENDING, Next.CALL_AGAIN),
    /** The EMR did not answer in time; nothing was written. */
    EMR_UNAVAILABLE(Phrase.EMR_UNAVAILABLE, Next.CALL_AGAIN),
    /** Too much at once. */
    RATE_LIMITED(Phrase.RATE_LIMITED, Next.CALL_AGAIN);

    private final Phrase phrase;
    private final Next next;

    Code(Phrase phrase, Next next) {
        this.phrase = phrase;
        this.next = next;
    }

    /** What is said when there is nothing more to say about it. */
    public Phrase phrase() {
        return phrase;
    }

    /** What the model is usually to do about it. */
    public Next next() {
        return next;
    }
}
