package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ClinicId;
import java.util.List;

/** Driven port: whether clinics go by their EMR's own schedule, and what they make of its codes. Thread-safe. */
public interface EmrSchedules {
    /** What a clinic has settled; {@link EmrSchedule#NONE} if nothing. */
    EmrSchedule schedule(ClinicId clinic);

    /** Puts this in the place of what was settled before. */
    void save(ClinicId clinic, EmrSchedule schedule);

    /**
     * What a clinic has settled.
     *
     * @param inUse whether it goes by its EMR's schedule; else by the one kept here
     * @param codes what it makes of the codes, by their characters; a code that is missing is not bookable
     */
    record EmrSchedule(boolean inUse, List<ScheduleCode> codes) {
        /** Nothing. */
        public static final EmrSchedule NONE = new EmrSchedule(false, List.of());

        /** Refuses more than {@link ScheduleCode#MOST} codes, and one twice. */
        public EmrSchedule {
            codes = List.copyOf(codes);
            if (codes.size() > ScheduleCode.MOST
                    || codes.stream().map(ScheduleCode::code).distinct().count() != codes.size()) {
                throw new IllegalArgumentException("a clinic has at most 200 codes, each of them once");
            }
        }
    }
}
