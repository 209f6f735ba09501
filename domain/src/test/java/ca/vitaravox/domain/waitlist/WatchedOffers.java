package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.booking.OpeningId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.OpeningEnd;
import ca.vitaravox.ports.waitlist.PutOff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets a test look on before each offer. */
public final class WatchedOffers implements OfferBook {
    public Consumer<Offer> beforeEach = offer -> {};
    private final OfferBook offers;

    public WatchedOffers(OfferBook offers) {
        this.offers = offers;
    }

    @Override
    public List<Case> take(int most, Instant now, Instant until) {
        return offers.take(most, now, until);
    }

    @Override
    public boolean offer(ClinicId clinic, Offer offer, Instant now) {
        beforeEach.accept(offer);
        return offers.offer(clinic, offer, now);
    }

    @Override
    public Optional<Offer> live(ClinicId clinic, OfferId offer) {
        return offers.live(clinic, offer);
    }

    @Override
    public List<Offer> live(ClinicId clinic) {
        return offers.live(clinic);
    }

    @Override
    public boolean change(ClinicId clinic, Offer offer, OfferState to, Instant due, Instant now) {
        return offers.change(clinic, offer, to, due, now);
    }

    @Override
    public void again(Case taken, Instant due, PutOff why) {
        offers.again(taken, due, why);
    }

    @Override
    public void close(ClinicId clinic, OpeningId opening, OpeningEnd why, Instant now) {
        offers.close(clinic, opening, why, now);
    }

    @Override
    public Optional<OpeningEnd> closed(ClinicId clinic, OpeningId opening) {
        return offers.closed(clinic, opening);
    }

    @Override
    public Optional<PutOff> putOff(ClinicId clinic, OpeningId opening) {
        return offers.putOff(clinic, opening);
    }
}
