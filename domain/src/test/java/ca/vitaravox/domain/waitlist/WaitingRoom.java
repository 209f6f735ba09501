package ca.vitaravox.domain.waitlist;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.Priority;
import ca.vitaravox.ports.waitlist.PutOff;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.ports.waitlist.WaitlistBook.Waiting;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.ports.waitlist.WaitlistKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A waitlist to which things happen at random; what must never be is noted. */
final class WaitingRoom {
    private static final Actor.Admin STAFF = Staff.SOMEBODY;

    final Reception reception = new Reception();
    final List<String> wrong = new ArrayList<>();
    int offersMade;
    int filled;
    private final Random random;
    private final Set<FreedOpening> freed = new HashSet<>();
    private final List<Offer> seen = new ArrayList<>();
    private int calls;

    WaitingRoom(long seed) {
        random = new Random(seed);
        reception.offers.beforeEach = this::isFair;
    }

    private Instant now() {
        return reception.now.get();
    }

    /** Something happens. */
    void goesOn() {
        switch (random.nextInt(12)) {
            case 0, 1 -> joins();
            case 2, 3 -> staffFree();
            case 4 -> staffBook();
            case 5 ->
                anyOffer().ifPresent(offer -> reception.desk.waitlistOffers().contacting(CLINIC, offer.id(), STAFF));
            case 6 ->
                anyOffer().ifPresent(offer -> reception.desk.waitlistOffers().accepted(CLINIC, offer.id(), STAFF));
            case 7 ->
                anyOffer().ifPresent(offer -> reception.desk.waitlistOffers().declined(CLINIC, offer.id(), STAFF));
            case 8, 9 -> callsIn();
            case 10 -> leavesOrHurries();
            default -> reception.pass(Duration.ofMinutes(random.nextInt(50)));
        }
        reception.desk.matching().match();
        look();
    }

    /** Everything that was begun comes to its end. */
    void settles() {
        for (int i = 0; i < 12; i++) {
            reception.pass(Duration.ofMinutes(10));
            while (reception.desk.matching().match() > 0) {
                look();
            }
        }
        for (FreedOpening opening : freed) {
            boolean offered = live().stream().anyMatch(offer -> offer.opening().equals(opening.id()));
            boolean closed = reception.waitlist.closed(CLINIC, opening.id()).isPresent();
            boolean allAsked = reception
                    .waitlist
                    .putOff(CLINIC, opening.id())
                    .filter(why -> why == PutOff.EVERYBODY_ASKED)
                    .isPresent();
            if (!offered && !closed && !allAsked) {
                wrong.add("neither offered nor closed: " + opening.id());
            }
        }
    }

    private List<Offer> live() {
        return reception.waitlist.live(CLINIC);
    }

    private void joins() {
        int who = random.nextInt(8);
        CallContext call = reception.call("join" + calls++, Optional.of(new PhoneNumber("+1604555020" + who)));
        Optional<PatientId> patient = who < 3 ? Optional.of(new PatientId("" + (who + 1))) : Optional.empty();
        patient.ifPresent(known -> identify(call, known));
        reception
                .desk
                .waitlist()
                .join(
                        call,
                        new Waitlist.Command(
                                random.nextBoolean() ? WaitlistKind.NEW_PATIENT : WaitlistKind.EARLIER_APPOINTMENT,
                                patient,
                                Optional.of(new PatientName("Person", "No" + (char) ('A' + who))),
                                call.caller(),
                                Optional.of(random.nextInt(4) == 0 ? "physical" : "checkup"),
                                random.nextInt(3) == 0 ? Optional.of(provider()) : Optional.empty(),
                                random.nextInt(3) == 0 ? PartOfDay.AFTERNOON : PartOfDay.ANY,
                                Set.of(),
                                random.nextInt(3) == 0 ? Optional.of(day()) : Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    private void identify(CallContext call, PatientId patient) {
        reception.identified(call.call().value(), patient, IdentityLevel.VERIFIED, Relationship.SELF);
    }

    private ProviderId provider() {
        return random.nextBoolean() ? WEXFORD : SETHI;
    }

    private LocalDate day() {
        return Reception.MONDAY.plusDays(random.nextInt(3));
    }

    private void staffBook() {
        int quarter = random.nextInt(12);
        String start = "%02d:%02d".formatted(9 + quarter / 4, quarter % 4 * 15);
        LocalDate day = day();
        ProviderId provider = provider();
        TimeRange time = TimeRange.from(Reception.at(day, start), Duration.ofMinutes(random.nextBoolean() ? 15 : 45));
        boolean free = reception.emr.everything(CLINIC).stream()
                .filter(Appointment::takesTime)
                .noneMatch(other ->
                        other.provider().equals(provider) && other.time().overlaps(time));
        if (free) {
            reception.staffBook(provider, new PatientId("9"), day, start, (int)
                    time.length().toMinutes());
        }
    }

    /** Staff book for somebody and cancel somebody else; booking notes what came free. */
    private void staffFree() {
        staffBook();
        List<Appointment> standing = reception.emr.everything(CLINIC).stream()
                .filter(each -> each.status() == AppointmentStatus.BOOKED)
                .toList();
        if (!standing.isEmpty()) {
            Appointment gone = standing.get(random.nextInt(standing.size()));
            reception.emr.cancel(CLINIC, gone.id(), reception.call("staff").deadline());
            FreedOpening opening = new FreedOpening(gone.id(), gone.provider(), gone.time(), Optional.empty());
            freed.add(opening);
            reception.waitlist.add(CLINIC, opening, now());
        }
    }

    private Optional<Offer> anyOffer() {
        if (!seen.isEmpty() && random.nextInt(5) == 0) {
            return Optional.of(seen.get(random.nextInt(seen.size())));
        }
        List<Offer> live = live();
        return live.isEmpty() ? Optional.empty() : Optional.of(live.get(random.nextInt(live.size())));
    }

    private void callsIn() {
        PatientId patient = new PatientId("" + (1 + random.nextInt(3)));
        CallContext call = reception.call("in" + calls++, Optional.of(Reception.CASTELLAN_HOME));
        identify(call, patient);
        Optional<Waitlist.ForCaller> opening = reception.desk.waitlist().onTheLine(call, patient);
        look();
        if (opening.isPresent() && random.nextBoolean()) {
            Booking.Result result = reception
                    .desk
                    .booking()
                    .book(call, new Booking.Command(opening.get().slot().id(), patient, Optional.empty(), true));
            filled += result instanceof Booking.Result.Booked ? 1 : 0;
        } else if (random.nextBoolean()) {
            reception.holds.release(CLINIC, call.call(), now());
        }
    }

    private void leavesOrHurries() {
        List<Waiting> waiting = reception.waitlist.waiting(CLINIC, now());
        if (!waiting.isEmpty()) {
            WaitlistEntry entry = waiting.get(random.nextInt(waiting.size())).entry();
            if (random.nextBoolean()) {
                reception.waitlist.prioritise(CLINIC, entry.id(), Priority.URGENT);
            } else {
                reception.desk.waitlistOffers().remove(CLINIC, entry.id(), STAFF);
            }
        }
    }

    /** What is true at every moment. */
    private void look() {
        List<Offer> live = live();
        for (Offer one : live) {
            if (seen.stream().noneMatch(other -> other.id().equals(one.id()))) {
                seen.add(one);
                offersMade++;
            }
            for (Offer other : live) {
                if (!one.id().equals(other.id()) && inEachOthersWay(one, other)) {
                    wrong.add("two live offers: " + one + " and " + other);
                }
            }
            if (one.state() instanceof OfferState.Contacting held
                    && (held.until().isAfter(one.since().plus(Offer.LONGEST_HOLD))
                            || held.until().isAfter(Offer.latest(one.time().start())))) {
                wrong.add("held too long: " + one);
            }
        }
        if (!reception.overlapping().isEmpty()) {
            wrong.add("booked twice: " + reception.overlapping());
        }
    }

    private static boolean inEachOthersWay(Offer one, Offer other) {
        return one.opening().equals(other.opening())
                || one.entry().equals(other.entry())
                || one.provider().equals(other.provider()) && one.time().overlaps(other.time());
    }

    /** Nobody is passed over: whoever comes before does not fit, was asked, or is being asked. */
    private void isFair(Offer offer) {
        FreedOpening opening = freed.stream()
                .filter(each -> each.id().equals(offer.opening()))
                .findFirst()
                .orElseThrow();
        for (Waiting each : reception.waitlist.waiting(CLINIC, now())) {
            if (each.entry().id().equals(offer.entry())) {
                return;
            }
            boolean asked = seen.stream()
                    .anyMatch(before -> before.opening().equals(offer.opening())
                            && before.entry().equals(each.entry().id()));
            if (!each.asked() && !asked && fits(each.entry(), opening)) {
                wrong.add("passed over " + each.entry() + " for " + offer);
            }
        }
        wrong.add("offered to somebody who does not wait: " + offer);
    }

    private boolean fits(WaitlistEntry entry, FreedOpening opening) {
        int minutes = entry.wish().visitType().value().equals("physical") ? 45 : 15;
        boolean elsewhere = reception.emr.everything(CLINIC).stream()
                .filter(Appointment::takesTime)
                .anyMatch(appointment ->
                        appointment.patient().equals(entry.person().patient())
                                && appointment.time().overlaps(opening.time()));
        return opening.time().length().toMinutes() >= minutes
                && !elsewhere
                && entry.wish().provider().map(opening.provider()::equals).orElse(true)
                && entry.wish().suits(opening.time().start().atZone(Reception.ZONE))
                && opening.time().start().isBefore(entry.until())
                && isOpen(opening, minutes);
    }

    private boolean isOpen(FreedOpening opening, int minutes) {
        TimeRange time = TimeRange.from(opening.time().start(), Duration.ofMinutes(minutes));
        boolean withinHours = !time.end().atZone(Reception.ZONE).toLocalTime().isAfter(LocalTime.NOON);
        return withinHours
                && reception.emr.everything(CLINIC).stream()
                        .filter(Appointment::takesTime)
                        .noneMatch(other -> other.provider().equals(opening.provider())
                                && other.time().overlaps(time));
    }
}
