package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.booking.EmrSchedules;
import ca.vitaravox.ports.booking.EmrSchedules.EmrSchedule;
import ca.vitaravox.ports.booking.ScheduleCode;
import ca.vitaravox.ports.booking.ScheduleCode.Notice;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.AtOnce;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is promised of what clinics make of their EMR's schedule. */
public abstract class EmrSchedulesContract {
    private static final ScheduleCode CHECKUP =
            new ScheduleCode("1", "15 Minute Appointment", Notice.ANY, Set.of(new VisitTypeCode("checkup")));
    private static final ScheduleCode SAME_DAY = new ScheduleCode("s", "", Notice.SAME_DAY, Set.of());

    /** The implementation. */
    protected abstract EmrSchedules schedules();

    /** A clinic that settled nothing. */
    protected abstract ClinicId newClinic();

    @Test
    void a_clinic_that_settled_nothing_goes_by_its_own_schedule() {
        assertEquals(EmrSchedule.NONE, schedules().schedule(newClinic()));
    }

    @Test
    void what_was_settled_is_read_again_by_code() {
        ClinicId clinic = newClinic();
        schedules().save(clinic, new EmrSchedule(true, List.of(SAME_DAY, CHECKUP)));

        assertEquals(
                new EmrSchedule(true, List.of(CHECKUP, SAME_DAY)), schedules().schedule(clinic));
        assertEquals(EmrSchedule.NONE, schedules().schedule(newClinic()));
    }

    @Test
    void what_is_settled_anew_takes_the_place_of_what_was() {
        ClinicId clinic = newClinic();
        schedules().save(clinic, new EmrSchedule(true, List.of(CHECKUP)));
        schedules().save(clinic, new EmrSchedule(false, List.of()));

        assertEquals(EmrSchedule.NONE, schedules().schedule(clinic));
    }

    @Test
    void a_change_that_throws_changes_nothing() {
        ClinicId clinic = newClinic();
        EmrSchedule settled = new EmrSchedule(true, List.of(CHECKUP));
        schedules().save(clinic, settled);

        assertThrows(
                IllegalStateException.class,
                () -> schedules().change(clinic, kept -> {
                    throw new IllegalStateException("changed my mind");
                }));
        assertEquals(settled, schedules().schedule(clinic));
    }

    /** Whoever reads first and saves then loses what others wrote meanwhile; whoever changes does not. */
    @Test
    void of_codes_added_at_once_none_is_lost_and_of_naive_ones_all_but_one_are() {
        ClinicId clinic = newClinic();
        CyclicBarrier allHaveRead = new CyclicBarrier(AtOnce.CALLERS);
        AtOnce.race(number -> {
            EmrSchedule read = schedules().schedule(clinic);
            await(allHaveRead);
            schedules().save(clinic, with(read, 'A' + number));
            return number;
        });
        assertEquals(1, schedules().schedule(clinic).codes().size());

        AtOnce.race(number -> {
            schedules().change(clinic, kept -> with(kept, 'a' + number));
            return number;
        });
        assertEquals(1 + AtOnce.CALLERS, schedules().schedule(clinic).codes().size());
    }

    private static EmrSchedule with(EmrSchedule schedule, int character) {
        List<ScheduleCode> more = new ArrayList<>(schedule.codes());
        more.add(new ScheduleCode(Character.toString(character), "", Notice.ANY, Set.of()));
        return new EmrSchedule(schedule.inUse(), more);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception late) {
            throw new AssertionError(late);
        }
    }
}
