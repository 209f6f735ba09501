package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.util.List;

/** Driven port: writes the weekly schedules that {@link Schedules} reads. Thread-safe. */
@FunctionalInterface
public interface ScheduleSettings {
    /**
     * Makes these the provider's shifts, in place of those they had.
     *
     * @throws IllegalArgumentException if two of them overlap
     */
    void save(ClinicId clinic, ProviderId provider, List<WeeklyShift> shifts);
}
