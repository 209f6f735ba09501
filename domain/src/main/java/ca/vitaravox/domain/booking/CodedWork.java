package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.CodedTime;
import ca.vitaravox.ports.booking.ScheduleCode;
import ca.vitaravox.ports.booking.WorkingTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What may be booked by an EMR's own schedule: the times whose code the clinic gave visit types to, as long before as the
 * code allows. Everything else is not bookable. Thread-safe.
 */
public final class CodedWork {
    private final Map<String, ScheduleCode> codes;

    /** By what a clinic makes of the codes. */
    public CodedWork(Collection<ScheduleCode> codes) {
        this.codes = codes.stream().collect(Collectors.toMap(ScheduleCode::code, Function.identity()));
    }

    /**
     * The working times among these, in their order.
     *
     * @param today on the clinic's calendar
     */
    public List<WorkingTime> on(LocalDate today, List<CodedTime> times) {
        return times.stream()
                .filter(time -> isOffered(today, time))
                .map(time -> new WorkingTime(
                        time.provider(),
                        time.from(),
                        time.to(),
                        codes.get(time.code()).visitTypes()))
                .toList();
    }

    private boolean isOffered(LocalDate today, CodedTime time) {
        ScheduleCode code = codes.get(time.code());
        if (code == null || code.visitTypes().isEmpty()) {
            return false;
        }
        LocalDate day = time.from().toLocalDate();
        return switch (code.notice()) {
            case ANY -> true;
            case SAME_DAY -> day.equals(today);
            case SAME_WEEK -> weekOf(day).equals(weekOf(today));
            case NEVER -> false;
        };
    }

    private static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }
}
