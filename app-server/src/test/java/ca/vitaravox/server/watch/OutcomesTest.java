package ca.vitaravox.server.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void a_result_is_a_word_of_its_kind_and_never_what_is_in_it() {
        assertEquals("done", Outcomes.of((Object) null));
        assertEquals("yes", Outcomes.of(true));
        assertEquals("no", Outcomes.of(false));
        assertEquals("found", Outcomes.of(Optional.of("Casey")));
        assertEquals("none", Outcomes.of(Optional.empty()));
        assertEquals("found", Outcomes.of(List.of("Casey")));
        assertEquals("none", Outcomes.of(List.of()));
        assertEquals("none", Outcomes.of(HoldLedger.Offer.NOTHING));
        assertEquals("not_yours", Outcomes.of(new Claim.NotYours()));
        assertEquals("not_written", Outcomes.of(new WriteResult.NotWritten("Casey is not there")));
    }

    @Test
    void what_is_thrown_is_an_emr_that_does_not_answer_or_broken() {
        assertEquals("unavailable", Outcomes.of(new EmrUnavailableException("silent")));
        assertEquals("broken", Outcomes.of(new IllegalStateException("Casey")));
    }
}
