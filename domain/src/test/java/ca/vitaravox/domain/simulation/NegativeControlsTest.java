package ca.vitaravox.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulation finds out whoever does it wrong, soon, and for what they do wrong. */
class NegativeControlsTest {
    private final Simulation simulation = new Simulation();

    @AfterEach
    void everybody_goes_home() {
        simulation.close();
    }

    @Test
    void looking_whether_a_time_is_free_and_then_taking_it_double_books() throws InterruptedException {
        isFoundOut(Wrong.CHECKS_THEN_INSERTS, 60, " overlaps ");
    }

    @Test
    void a_lock_in_one_process_does_not_keep_the_others_out() throws InterruptedException {
        isFoundOut(Wrong.LOCKS_IN_ONE_PROCESS, 60, " overlaps ");
    }

    @Test
    void repeating_a_write_without_looking_for_the_first_leaves_one_too_many() throws InterruptedException {
        isFoundOut(Wrong.REPEATS_BLINDLY, 60, "nobody was told", " overlaps ", " stand of ");
    }

    @Test
    void a_write_that_is_believed_and_not_read_again_is_told_though_staff_were_quicker() throws InterruptedException {
        isFoundOut(Wrong.BELIEVES_ITS_WRITE, 60, "that staff had booked before");
    }

    @Test
    void dropping_what_arrives_late_leaves_what_nobody_knows_of() throws InterruptedException {
        isFoundOut(Wrong.DROPS_LATE_ARRIVALS, 60, "nobody was told", " of ours overlaps ");
    }

    @Test
    void asking_the_clocks_of_two_servers_what_came_first_takes_back_what_a_caller_was_told()
            throws InterruptedException {
        isFoundOut(Wrong.GOES_BY_CLOCKS, 200, "was confirmed to a caller, and is gone");
    }

    @Test
    void waiting_for_an_emr_for_as_long_as_it_takes_answers_too_late() throws InterruptedException {
        isFoundOut(Wrong.IS_PATIENT, 20, "too late");
    }

    @Test
    void mixing_up_clinics_is_noticed_at_once() throws InterruptedException {
        isFoundOut(Wrong.MIXES_UP_CLINICS, 20, "asks the EMR of");
    }

    private void isFoundOut(Variant wrong, int within, String... reasons) throws InterruptedException {
        assertTrue(simulation.findsOut(wrong, within, reasons).isPresent(), "not found out by " + within + " seeds");
    }
}
