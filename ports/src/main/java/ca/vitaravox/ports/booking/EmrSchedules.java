package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ClinicId;
import java.util.List;
import java.util.function.UnaryOperator;

/** Driven port: whether clinics go by their EMR's own schedule, and what they make of its codes. Thread-safe. */
public interface EmrSchedules {
    /** What a clinic has settled; {@link EmrSchedule#NONE} if nothing. */
    EmrSchedule schedule(ClinicId clinic);

    /**
     * Puts what {@code change} makes of what is settled, as it is kept now, in its place. Others who change it at the same
     * moment wait, so that nobody overwrites what they have not seen.
     *
     * @param change may be asked more than once; nothing is changed if it throws
     */
    void change(ClinicId clinic, UnaryOperator<EmrSchedule> change);

    /** Puts this in the place of what was settled before, whatever that was. */
    default void save(ClinicId clinic, EmrSchedule schedule) {
        change(clinic, before -> schedule);
    }

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
