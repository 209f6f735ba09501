package ca.vitaravox.ports.booking;

import java.time.LocalTime;

/** A part of the day, by the clinic's clock at the start of an appointment. */
public enum PartOfDay {
    /** Before noon. */
    MORNING(LocalTime.MIN, LocalTime.NOON),
    /** From noon to before 17:00. */
    AFTERNOON(LocalTime.NOON, LocalTime.of(17, 0)),
    /** From 17:00. */
    EVENING(LocalTime.of(17, 0), LocalTime.MAX),
    /** At any time. */
    ANY(LocalTime.MIN, LocalTime.MAX);

    private final LocalTime from;
    private final LocalTime to;

    PartOfDay(LocalTime from, LocalTime to) {
        this.from = from;
        this.to = to;
    }

    /** Whether an appointment that starts then falls into it. */
    public boolean contains(LocalTime start) {
        return !start.isBefore(from) && start.isBefore(to);
    }
}
