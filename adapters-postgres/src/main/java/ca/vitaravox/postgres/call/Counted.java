package ca.vitaravox.postgres.call;

import ca.vitaravox.postgres.clinic.Columns;
import java.time.LocalDate;

/**
 * What a count is of.
 *
 * @param day by the clock of the clinic
 * @param measure what is counted
 * @param which which hour, intent, outcome, tool; where it is of two things, with a blank between them
 */
record Counted(LocalDate day, Measure measure, String which) {
    /** As rows have it: the measure's word, a blank, and which. */
    static Counted of(LocalDate day, String key) {
        int blank = key.indexOf(' ');
        return new Counted(day, Columns.constant(Measure.class, key.substring(0, blank)), key.substring(blank + 1));
    }

    String key() {
        return Columns.word(measure) + " " + which;
    }
}
