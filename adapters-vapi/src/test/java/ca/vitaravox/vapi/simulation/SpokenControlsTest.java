package ca.vitaravox.vapi.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.simulation.Scheduler;
import ca.vitaravox.domain.simulation.Simulation;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulation finds out tools that do one thing wrong each, soon, and for what they do wrong. */
class SpokenControlsTest {
    private static final int WITHIN = 20;

    private final Simulation simulation = new Simulation();

    @AfterEach
    void everybody_goes_home() {
        simulation.close();
    }

    @Test
    void executing_whatever_comes_gives_one_question_two_answers() throws InterruptedException {
        isFoundOut("has two answers", new SpokenTown() {
            @Override
            ToolReplies replies(ToolReplies replies) {
                return new Forgetful();
            }
        });
    }

    @Test
    void waiting_until_an_answer_is_there_answers_too_late() throws InterruptedException {
        isFoundOut("too late", new SpokenTown() {
            @Override
            Pause pause(Scheduler clock) {
                return new Endless(clock);
            }
        });
    }

    @Test
    void taking_a_line_for_the_clinic_that_was_called_before_asks_at_the_wrong_one() throws InterruptedException {
        isFoundOut(" of clinic-", new SpokenTown() {
            @Override
            ClinicDirectory directory(ClinicDirectory clinics) {
                return new MixedUpLines(clinics);
            }
        });
    }

    @Test
    void saying_booked_before_it_is_known_is_a_lie() throws InterruptedException {
        isFoundOut("was told, and is not there", new SpokenTown() {
            @Override
            Booking booking(Booking booking) {
                return new Hopeful(booking);
            }
        });
    }

    private void isFoundOut(String reason, SpokenTown wrong) throws InterruptedException {
        assertTrue(simulation.findsOut(wrong, WITHIN, reason).isPresent(), "not found out by " + WITHIN + " seeds");
    }
}
