package ca.vitaravox.vapi.speech;

import java.util.List;
import java.util.Locale;

/** Everything we can say, with what each sentence is about. The sentences themselves are in the resource bundles. */
public enum Phrase {
    // looking for the caller
    /** The chart was found. */
    PATIENT_FOUND,
    /** Nothing was found under the number. */
    NOBODY_UNDER_THIS_NUMBER,
    /** Nothing agrees with what was said. */
    NOBODY_BY_THESE_DETAILS,
    /** The chart's details are there. */
    CHART_OPEN,
    /** Details are for the patient alone. */
    PATIENT_ONLY,
    /** A date of birth is needed before this. */
    VERIFY_FIRST,

    /** The new patient has a chart. */
    REGISTERED("clinic"),
    /** What a new patient agrees to. */
    REGISTRATION_CONSENT("clinic"),

    // the clinic
    /** Open now. */
    CLINIC_OPEN("clinic"),
    /** Closed now, with when it opens. */
    CLINIC_CLOSED("clinic", "opens"),
    /** Closed today for a reason, with when it opens. */
    CLINIC_CLOSED_FOR("clinic", "reason", "opens"),
    /** Closed, and not opening soon. */
    CLINIC_CLOSED_FOR_LONG("clinic"),
    /** Who can be seen. */
    PROVIDERS("names"),
    /** Some of those who can be seen. */
    PROVIDERS_AND_MORE("names"),
    /** Nobody to be seen. */
    NO_PROVIDERS,

    // openings and appointments
    /** A time and a provider, as part of a sentence. */
    WITH_PROVIDER("when", "provider"),
    /** An appointment that was cancelled, as part of a list. */
    WAS_CANCELLED("appointment"),
    /** An appointment that was missed, as part of a list. */
    WAS_MISSED("appointment"),
    /** The first opening, and how many others there are. */
    OPENINGS("slot", "others"),
    /** Nothing as asked, but this near it. */
    NEAREST_OPENING("slot"),
    /** The same, where nobody can wait for something better. */
    NEAREST_OR_NONE("slot"),
    /** Nothing, and nobody can wait for something. */
    NOTHING_FREE,
    /** The time is gone, but this is free. */
    TAKEN_BUT("slot"),
    /** The days that can be booked. */
    BOOKABLE_DAYS("first", "last"),
    /** The visit types there are. */
    VISIT_TYPES("names"),
    /** The providers it could be. */
    WHICH_PROVIDER("names"),
    /** The one appointment to come. */
    ONLY_APPOINTMENT("appointment"),
    /** The next of several. */
    NEXT_APPOINTMENT("appointment"),
    /** None to come. */
    NO_APPOINTMENTS,
    /** The latest gone by. */
    LAST_APPOINTMENT("appointment"),
    /** None gone by. */
    NO_PAST_APPOINTMENTS,
    /** It is booked. */
    BOOKED("appointment"),
    /** This call booked another already. */
    BOOKED_ANOTHER("appointment"),
    /** As many as can be booked. */
    LIMIT_IS("most"),
    /** Shall it be moved? */
    MOVE_THIS("appointment", "slot"),
    /** It is moved. */
    MOVED("appointment"),
    /** It is cancelled. */
    CANCELLED("appointment"),
    /** It was cancelled before. */
    ALREADY_CANCELLED("appointment"),
    /** Shall it be cancelled? */
    CANCEL_THIS("appointment"),

    // the call
    /** Good-bye. */
    GOODBYE,
    /** Hang up and dial 911. */
    EMERGENCY,
    /** The call is being handed to a person. */
    TRANSFERRING,
    /** This does not work: the staff will help. */
    STAFF_WILL_HELP,
    /** The message is with the staff. */
    MESSAGE_TAKEN,
    /** The staff have as many messages as one call may leave. */
    MESSAGES_FULL,
    /** Nobody takes the call, but the staff are told. */
    NOBODY_BUT_MESSAGE_TAKEN,

    // the waitlist
    /** On the waitlist, at that place. */
    WAITLISTED("position"),
    /** On the waitlist since before, at that place. */
    WAITLISTED_ALREADY("position"),
    /** As many wait as may. */
    WAITLIST_FULL,
    /** An opening that came free for the caller. */
    WAITLIST_OPENING("slot"),
    /** A text message: please call. */
    TEXT_PLEASE_CALL("clinic", "phone"),

    // questions
    /** Once more, please. */
    ASK_AGAIN,
    /** One moment: nothing for the caller to answer. */
    ONE_MOMENT,
    /** The first name? */
    ASK_FIRST_NAME,
    /** The full name? */
    ASK_FULL_NAME,
    /** The date of birth? */
    ASK_DATE_OF_BIRTH,
    /** The health number? */
    ASK_HEALTH_NUMBER,
    /** Which province's health card? */
    ASK_PROVINCE,
    /** The sex on the chart? */
    ASK_SEX,
    /** The e-mail address? */
    ASK_EMAIL,
    /** The postal address? */
    ASK_ADDRESS,
    /** The telephone number? */
    ASK_PHONE,
    /** Which day? */
    ASK_DAY("today"),
    /** Which time of day, which weekdays? */
    ASK_TIME_OF_DAY,
    /** What for? */
    ASK_VISIT_TYPE,
    /** With whom? */
    ASK_PROVIDER,
    /** Which appointment? */
    ASK_APPOINTMENT,
    /** Yes or no? */
    ASK_YES_OR_NO,
    /** Calling for whom? */
    ASK_RELATIONSHIP,
    /** What shall the staff be told? */
    ASK_MESSAGE,
    /** Which number to call back? */
    ASK_CALLBACK_NUMBER,
    /** What does a person have to help with? */
    ASK_WHAT_ABOUT,

    // refusals, when there is nothing more to say about them
    /** No chart agrees. */
    PATIENT_NOT_FOUND,
    /** Not identified in this call. */
    IDENTITY_NOT_VERIFIED,
    /** Identification is closed. */
    TOO_MANY_ATTEMPTS,
    /** There is a chart already. */
    DUPLICATE_PATIENT,
    /** No new patients. */
    NOT_ACCEPTING_PATIENTS,
    /** No new patients are taken, and none can wait to become one. */
    NO_NEW_PATIENTS,
    /** Consent is needed. */
    CONSENT_REQUIRED,
    /** No such provider. */
    PROVIDER_NOT_FOUND,
    /** No such visit type. */
    VISIT_TYPE_UNKNOWN,
    /** Nothing free. */
    NO_AVAILABILITY,
    /** No such slot. */
    SLOT_UNKNOWN,
    /** Too near by now. */
    SLOT_EXPIRED,
    /** Gone. */
    SLOT_TAKEN,
    /** Outside the days that can be booked. */
    OUTSIDE_BOOKING_WINDOW,
    /** This call booked another already. */
    ALREADY_BOOKED,
    /** As many as can be booked. */
    LIMIT_REACHED,
    /** No such appointment. */
    APPOINTMENT_NOT_FOUND,
    /** Cannot be changed any more. */
    APPOINTMENT_NOT_CHANGEABLE,
    /** A yes is needed. */
    NOT_CONFIRMED,
    /** No waitlist. */
    WAITLIST_DISABLED,
    /** Nobody to hand the call to. */
    NO_TRANSFER_DESTINATION,
    /** Not known yet. */
    OUTCOME_PENDING,
    /** The records cannot be reached. */
    EMR_UNAVAILABLE,
    /** Too much at once. */
    RATE_LIMITED;

    private final List<String> about;

    Phrase(String... about) {
        this.about = List.of(about);
    }

    /** What the sentence is about, by name, in the order in which {@link Voice#say} takes it. */
    public List<String> about() {
        return about;
    }

    /** Its key in the resource bundles. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
