package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.booking.EmrSchedules;
import ca.vitaravox.ports.booking.EmrSchedules.EmrSchedule;
import ca.vitaravox.ports.booking.ScheduleCode;
import ca.vitaravox.ports.booking.ScheduleCode.Notice;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.util.List;
import java.util.Set;
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
}
