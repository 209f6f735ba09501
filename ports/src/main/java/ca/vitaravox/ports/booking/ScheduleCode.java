package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.util.Set;

/**
 * What the clinic makes of a code of its EMR's schedule.
 *
 * @param code the code, one character
 * @param description the EMR's words for it; may be empty
 * @param notice how long before such a time it may be offered
 * @param visitTypes what may be booked in it; nothing until the clinic says so
 */
public record ScheduleCode(String code, String description, Notice notice, Set<VisitTypeCode> visitTypes) {
    /** The longest description, in characters. */
    public static final int LONGEST_DESCRIPTION = 200;
    /** The most codes of a clinic. */
    public static final int MOST = 200;

    /** When a time may be offered. */
    public enum Notice {
        /** Whenever bookings are. */
        ANY,
        /** On its own day alone. */
        SAME_DAY,
        /** In its own week alone, which begins on Sunday. */
        SAME_WEEK,
        /** Not to callers. */
        NEVER
    }

    /** Refuses a code of more or less than one character, and a description beyond the bound above. */
    public ScheduleCode {
        if (code.codePointCount(0, code.length()) != 1 || description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException("a code of a schedule is one character, its description at most 200");
        }
        visitTypes = Set.copyOf(visitTypes);
    }
}
