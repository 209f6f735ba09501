package ca.vitaravox.domain.waitlist;

import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.SlotIds;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.Matching;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferBook.Case;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.OpeningEnd;
import ca.vitaravox.ports.waitlist.PutOff;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Takes freed openings and gives each to the next in line. Thread-safe. */
final class MatchingDesk implements Matching {
    private static final int AT_ONCE = 20;

    /** How long what is taken is left to whoever took it, and how soon it is looked at again where an EMR is silent. */
    private static final Duration TURN = Duration.ofMinutes(1);

    private static final Actor SERVER = new Actor.Server("match-waitlist");

    private final ClinicDirectory clinics;
    private final WaitlistBook entries;
    private final OfferBook offers;
    private final LiveOffers liveOffers;
    private final StillWanted stillWanted;
    private final NextInLine nextInLine;
    private final Messengers messengers;
    private final CallTrail trail;
    private final SlotIds ids;
    private final InstantSource clock;

    MatchingDesk(
            ClinicDirectory clinics,
            WaitlistBook entries,
            OfferBook offers,
            LiveOffers liveOffers,
            StillWanted stillWanted,
            NextInLine nextInLine,
            Messengers messengers,
            CallTrail trail,
            SlotIds ids,
            InstantSource clock) {
        this.clinics = clinics;
        this.entries = entries;
        this.offers = offers;
        this.liveOffers = liveOffers;
        this.stillWanted = stillWanted;
        this.nextInLine = nextInLine;
        this.messengers = messengers;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public int match() {
        Instant now = clock.instant();
        List<Case> due = offers.take(AT_ONCE, now, now.plus(TURN));
        for (Case each : due) {
            try {
                see(each);
            } catch (EmrUnavailableException silent) {
                again(each, clock.instant().plus(TURN), PutOff.EMR_SILENT);
            }
        }
        return due.size();
    }

    private void see(Case freed) {
        if (freed.live().isEmpty()) {
            next(freed);
            return;
        }
        liveOffers
                .see(freed.clinic(), freed.live().get(), SERVER)
                .ifPresent(lookAgain -> again(freed, lookAgain, PutOff.OFFERED));
    }

    private void next(Case freed) {
        FreedOpening opening = freed.opening();
        stillWanted.settle(freed.clinic(), opening, SERVER);
        Clinic clinic = clinics.clinic(freed.clinic());
        Instant now = clock.instant();
        if (!now.isBefore(Offer.latest(opening.time().start()))) {
            close(freed, OpeningEnd.TOO_CLOSE);
        } else if (!clinic.waitlistEnabled()) {
            close(freed, OpeningEnd.WAITLIST_OFF);
        } else {
            CallContext call = Line.ofServer(freed.clinic(), now);
            NextInLine.Next next = nextInLine.of(call, clinic, freed, entries.waiting(freed.clinic(), now), SERVER);
            if (next instanceof NextInLine.Next.Entry first) {
                offer(freed, first);
            } else if (next instanceof NextInLine.Next.Later later) {
                again(freed, now.plus(later.pause()), later.why());
            } else if (next instanceof NextInLine.Next.Nobody nobody) {
                close(freed, nobody.why());
            }
        }
    }

    /** Another server may have been quicker to the person, or the time: then it is looked at again. */
    private void offer(Case freed, NextInLine.Next.Entry next) {
        Instant now = clock.instant();
        ClinicId clinic = freed.clinic();
        Offer offer = new Offer(
                new OfferId(ids.next().value()),
                freed.opening().id(),
                next.entry().id(),
                freed.opening().provider(),
                next.time(),
                next.entry().wish().visitType(),
                new OfferState.Matched(),
                0,
                now);
        if (offers.offer(clinic, offer, now)) {
            trail.record(
                    clinic,
                    SERVER,
                    AuditAction.OFFER_OPENING,
                    next.entry().person().patient().map(PatientId::value),
                    offer.id().value(),
                    AuditResult.INTENDED);
            messengers.tell(clinic, offer, next.entry());
            again(freed, now.plus(LiveOffers.MATCHED_LOOK), PutOff.OFFERED);
        } else {
            again(freed, now.plus(TURN), PutOff.EVERYBODY_ASKED);
        }
    }

    private void again(Case freed, Instant due, PutOff why) {
        offers.again(freed, due, why);
    }

    private void close(Case freed, OpeningEnd why) {
        offers.close(freed.clinic(), freed.opening().id(), why, clock.instant());
    }
}
