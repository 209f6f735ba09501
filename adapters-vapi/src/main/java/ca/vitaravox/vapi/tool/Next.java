package ca.vitaravox.vapi.tool;

import java.util.Locale;

/** What the model is to do after an answer; the names, in lower case, are part of the contract with it. */
public enum Next {
    /** Ask for the patient's first name. */
    ASK_FIRST_NAME,
    /** Ask for the patient's full name. */
    ASK_FULL_NAME,
    /** Ask for the patient's date of birth. */
    ASK_DATE_OF_BIRTH,
    /** Offer the slots, or find some. */
    OFFER_SLOTS,
    /** Offer the waitlist. */
    OFFER_WAITLIST,
    /** Ask the caller what was just said. */
    CONFIRM_WITH_CALLER,
    /** Call the tool once more. */
    CALL_AGAIN,
    /** Take a message. */
    TAKE_MESSAGE,
    /** Hand the call to a person. */
    TRANSFER_TO_STAFF,
    /** Nothing more. */
    NOTHING;

    /** Its name in an answer: {@code ask_first_name}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
