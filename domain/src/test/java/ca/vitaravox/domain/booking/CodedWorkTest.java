package ca.vitaravox.domain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.booking.CodedTime;
import ca.vitaravox.ports.booking.ScheduleCode;
import ca.vitaravox.ports.booking.ScheduleCode.Notice;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodedWorkTest {
    private static final ProviderId PROVIDER = new ProviderId("101");
    private static final Set<VisitTypeCode> CHECKUP = Set.of(new VisitTypeCode("checkup"));
    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static List<WorkingTime> work(Notice notice, Set<VisitTypeCode> visitTypes, LocalDate day, String code) {
        return new CodedWork(List.of(new ScheduleCode("1", "15 Minute Appointment", notice, visitTypes)))
                .on(TODAY, List.of(new CodedTime(PROVIDER, day.atTime(9, 0), day.atTime(10, 0), code)));
    }

    @Test
    void a_time_is_for_the_visit_types_of_its_code() {
        assertEquals(
                List.of(new WorkingTime(PROVIDER, TODAY.atTime(9, 0), TODAY.atTime(10, 0), CHECKUP)),
                work(Notice.ANY, CHECKUP, TODAY, "1"));
    }

    @Test
    void a_code_that_nobody_settled_is_not_bookable() {
        assertEquals(List.of(), work(Notice.ANY, CHECKUP, TODAY, "2"));
        assertEquals(List.of(), work(Notice.ANY, Set.of(), TODAY, "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "ANY, 2027-11-25, true",
        "SAME_DAY, 2026-11-25, true",
        "SAME_DAY, 2026-11-26, false",
        "SAME_WEEK, 2026-11-22, true",
        "SAME_WEEK, 2026-11-28, true",
        "SAME_WEEK, 2026-11-29, false",
        "SAME_WEEK, 2026-11-21, false",
        "NEVER, 2026-11-25, false"
    })
    void a_code_is_offered_as_long_before_as_it_allows(Notice notice, LocalDate day, boolean offered) {
        assertEquals(offered, !work(notice, CHECKUP, day, "1").isEmpty());
    }
}
