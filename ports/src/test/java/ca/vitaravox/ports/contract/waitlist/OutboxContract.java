package ca.vitaravox.ports.contract.waitlist;

import static ca.vitaravox.ports.contract.waitlist.Entries.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.waitlist.Notice;
import ca.vitaravox.ports.waitlist.NoticeEnd;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.Outbox;
import ca.vitaravox.ports.waitlist.Outbox.Due;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} keeps. */
public abstract class OutboxContract implements Clinics {
    private static final Instant TURN = NOW.plusSeconds(60);

    private Outbox outbox;
    private ClinicId clinic;

    /** The outbox. */
    protected abstract Outbox outbox();

    /** Whatever other tests left to be sent is gone. */
    protected void emptyTheQueue() {}

    @BeforeEach
    void open() {
        emptyTheQueue();
        outbox = outbox();
        clinic = newClinic();
    }

    private Notice added() {
        Notice notice = new Notice(new OfferId(Fresh.slot().value()), Fresh.phone(), Language.CHINESE);
        outbox.add(clinic, notice, NOW);
        return notice;
    }

    @Test
    void a_message_is_given_to_one_and_the_attempt_is_counted() {
        Notice notice = added();
        outbox.add(clinic, new Notice(notice.offer(), Fresh.phone(), Language.FRENCH), NOW);
        assertEquals(List.of(new Due(clinic, notice, 1)), outbox.take(10, NOW, TURN));
        assertEquals(List.of(), outbox.take(10, TURN.minusMillis(1), TURN));
        assertEquals(List.of(new Due(clinic, notice, 2)), outbox.take(10, TURN, TURN.plusSeconds(60)));
    }

    @Test
    void of_many_who_take_at_once_each_message_is_given_to_one() {
        for (int i = 0; i < 10; i++) {
            added();
        }
        int given = AtOnce.race(i -> outbox.take(3, NOW, TURN)).stream()
                .mapToInt(List::size)
                .sum();
        assertEquals(10, given);
    }

    @Test
    void a_message_is_put_off() {
        Notice notice = added();
        outbox.take(10, NOW, TURN);
        outbox.again(clinic, notice.offer(), TURN.plusSeconds(60));
        assertEquals(List.of(), outbox.take(10, TURN, TURN));
        assertEquals(1, outbox.take(10, TURN.plusSeconds(60), TURN).size());
    }

    @Test
    void a_message_that_ended_comes_up_no_more_and_ended_once() {
        Notice notice = added();
        assertEquals(Optional.empty(), outbox.ended(clinic, notice.offer()));
        outbox.end(clinic, notice.offer(), NoticeEnd.NO_PROVIDER, NOW);
        outbox.end(clinic, notice.offer(), NoticeEnd.SENT, NOW);
        outbox.again(clinic, notice.offer(), NOW);
        outbox.add(clinic, notice, NOW);
        assertEquals(Optional.of(NoticeEnd.NO_PROVIDER), outbox.ended(clinic, notice.offer()));
        assertEquals(List.of(), outbox.take(10, TURN, TURN));
    }
}
