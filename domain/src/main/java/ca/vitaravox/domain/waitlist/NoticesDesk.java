package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.waitlist.NoticeEnd;
import ca.vitaravox.ports.waitlist.Notices;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.OfferTexts;
import ca.vitaravox.ports.waitlist.Outbox;
import ca.vitaravox.ports.waitlist.TextMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Sends text messages, and again after a growing pause where that failed. Thread-safe. */
public final class NoticesDesk implements Notices {
    private static final int AT_ONCE = 20;
    private static final Duration TURN = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final OfferBook offers;
    private final ClinicDirectory clinics;
    private final OfferTexts texts;
    private final TextMessages messages;
    private final InstantSource clock;

    /** Sends what is in {@code outbox} through {@code messages}. */
    public NoticesDesk(
            Outbox outbox,
            OfferBook offers,
            ClinicDirectory clinics,
            OfferTexts texts,
            TextMessages messages,
            InstantSource clock) {
        this.outbox = outbox;
        this.offers = offers;
        this.clinics = clinics;
        this.texts = texts;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public int send() {
        Instant now = clock.instant();
        var due = outbox.take(AT_ONCE, now, now.plus(TURN));
        due.forEach(this::send);
        return due.size();
    }

    private void send(Outbox.Due due) {
        boolean stillTrue = offers.live(due.clinic(), due.notice().offer())
                .filter(offer -> offer.state() instanceof OfferState.Matched)
                .isPresent();
        if (!stillTrue) {
            end(due, NoticeEnd.NO_LONGER_TRUE);
            return;
        }
        String text =
                texts.pleaseCall(clinics.clinic(due.clinic()), due.notice().language());
        switch (messages.send(due.notice().to(), text, due.notice().offer())) {
            case SENT -> end(due, NoticeEnd.SENT);
            case NO_PROVIDER -> end(due, NoticeEnd.NO_PROVIDER);
            case FAILED -> failed(due);
        }
    }

    /** After 1, 4, 16 and 64 minutes. */
    private void failed(Outbox.Due due) {
        if (due.attempts() >= MOST_ATTEMPTS) {
            end(due, NoticeEnd.GIVEN_UP);
        } else {
            Duration pause = Duration.ofMinutes(1L << 2 * (due.attempts() - 1));
            outbox.again(due.clinic(), due.notice().offer(), clock.instant().plus(pause));
        }
    }

    private void end(Outbox.Due due, NoticeEnd how) {
        outbox.end(due.clinic(), due.notice().offer(), how, clock.instant());
    }
}
