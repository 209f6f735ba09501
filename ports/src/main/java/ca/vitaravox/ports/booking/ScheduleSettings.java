package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Driven port: the weekly schedules that {@link Schedules} reads, as they are kept. Thread-safe. */
public interface ScheduleSettings {
    /** The most shifts a provider has in a week. */
    int MOST_SHIFTS = 70;

    /** The provider's shifts, by day and time. */
    List<WeeklyShift> shifts(ClinicId clinic, ProviderId provider);

    /** The shifts of everybody who has some, each's by day and time. */
    Map<ProviderId, List<WeeklyShift>> everybodys(ClinicId clinic);

    /**
     * Puts what {@code change} makes of the provider's shifts in their place. Others who change settings of the clinic at
     * the same moment wait.
     *
     * @param change may be asked more than once; nothing is changed if it throws
     * @throws IllegalArgumentException if two of the new shifts overlap
     */
    void change(ClinicId clinic, ProviderId provider, UnaryOperator<List<WeeklyShift>> change);

    /**
     * Makes these the provider's shifts, in place of those they had.
     *
     * @throws IllegalArgumentException if two of them overlap
     */
    default void save(ClinicId clinic, ProviderId provider, List<WeeklyShift> shifts) {
        change(clinic, provider, before -> shifts);
    }
}
