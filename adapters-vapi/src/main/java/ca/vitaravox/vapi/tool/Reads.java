package ca.vitaravox.vapi.tool;

/** How the text of an argument is read, beyond what JSON Schema can say. */
enum Reads {
    /** As it is. */
    TEXT,
    /** A day from today on, in words or figures. */
    DAY,
    /** A date of birth, in words or figures. */
    BIRTH_DATE,
    /** A telephone number. */
    PHONE,
    /** A health number. */
    HEALTH_NUMBER,
    /** A sex, in whatever word. */
    SEX,
    /** Who the caller is to the patient, in whatever word. */
    RELATIONSHIP,
    /** A province or territory, by code or name. */
    PROVINCE,
    /** An e-mail address. */
    EMAIL,
    /** A postal address. */
    ADDRESS,
    /** The names of weekdays, or of several together. */
    WEEKDAYS,
    /** A part of the day, in whatever words. */
    PART_OF_DAY,
    /** What the caller said, kept in a record. */
    NOTE,
    /** What a call was about, kept in a record. */
    SUMMARY
}
