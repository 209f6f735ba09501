package ca.vitaravox.domain.waitlist;

import static ca.vitaravox.domain.Reception.CASTELLAN_HOME;
import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OpeningEnd;
import ca.vitaravox.ports.waitlist.PutOff;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.ports.waitlist.WaitlistKind;
import ca.vitaravox.ports.waitlist.WaitlistOffers;
import ca.vitaravox.ports.waitlist.WaitlistOffers.Contacting;
import ca.vitaravox.ports.waitlist.WaitlistOffers.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long an opening is held for whoever waits, and until when it is offered at all. */
class OfferBoundsTest {
    private static final Instant START = Reception.at(MONDAY.plusDays(1), "11:00");
    private static final Instant LATEST = START.minus(Duration.ofHours(2));
    private static final FreedOpening OPENING = new FreedOpening(
            new AppointmentId("gone"), WEXFORD, TimeRange.from(START, Duration.ofMinutes(15)), Optional.empty());

    private final Reception reception = new Reception();

    @BeforeEach
    void robin_and_then_noa_wait_and_an_opening_came_free() {
        join(ROBIN);
        reception.pass(Duration.ofSeconds(1));
        join(NOA);
        reception.waitlist.add(CLINIC, OPENING, reception.now.get());
    }

    private void join(PatientId patient) {
        CallContext call = call("join" + patient, patient);
        Waitlist.Result result = reception
                .desk
                .waitlist()
                .join(
                        call,
                        new Waitlist.Command(
                                WaitlistKind.EARLIER_APPOINTMENT,
                                Optional.of(patient),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                PartOfDay.ANY,
                                Set.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertInstanceOf(Waitlist.Result.Joined.class, result);
    }

    private CallContext call(String id, PatientId patient) {
        reception.identified(id, patient, IdentityLevel.VERIFIED, Relationship.SELF);
        return reception.call(id, Optional.of(CASTELLAN_HOME));
    }

    private Offer matched() {
        reception.desk.matching().match();
        return reception.waitlist.live(CLINIC).get(0);
    }

    private Contacting contactingAt(Instant when) {
        Offer offer = matched();
        reception.now.set(when);
        return reception.desk.waitlistOffers().contacting(CLINIC, offer.id(), Staff.SOMEBODY);
    }

    private Optional<PatientId> asked() {
        return reception.waitlist.live(CLINIC).stream()
                .findFirst()
                .flatMap(offer -> reception.waitlist.entry(CLINIC, offer.entry(), reception.now.get()))
                .flatMap(entry -> entry.person().patient());
    }

    @Test
    void who_waits_longest_is_to_be_phoned() {
        Offer offer = matched();
        assertEquals(Optional.of(ROBIN), asked());
        assertEquals(
                1,
                reception.tasks.open(CLINIC, 10).stream()
                        .filter(task -> task.kind() == TaskKind.PHONE_FOR_OPENING)
                        .filter(task -> task.about().equals(offer.id().value()))
                        .count());
    }

    @Test
    void staff_have_half_an_hour() {
        Instant when = LATEST.minus(Duration.ofMinutes(31));
        assertEquals(new Contacting.Held(LATEST.minus(Duration.ofMinutes(1))), contactingAt(when));
    }

    @Test
    void but_not_into_the_last_two_hours() {
        assertEquals(new Contacting.Held(LATEST), contactingAt(LATEST.minus(Duration.ofMinutes(29))));
    }

    @Test
    void a_moment_before_the_last_two_hours_is_early_enough() {
        assertEquals(new Contacting.Held(LATEST), contactingAt(LATEST.minusMillis(1)));
    }

    @Test
    void in_the_last_two_hours_nothing_is_held_and_the_opening_is_closed() {
        assertEquals(new Contacting.TooClose(), contactingAt(LATEST));
        reception.desk.matching().match();
        reception.desk.matching().match();
        assertEquals(Optional.of(OpeningEnd.TOO_CLOSE), reception.waitlist.closed(CLINIC, OPENING.id()));
    }

    @Test
    void what_is_held_expires_and_is_the_next_ones() {
        Instant when = reception.now.get();
        contactingAt(when);
        reception.now.set(when.plus(Offer.LONGEST_HOLD).minusMillis(1));
        reception.desk.matching().match();
        assertEquals(Optional.of(ROBIN), asked());
        reception.now.set(when.plus(Offer.LONGEST_HOLD));
        reception.desk.matching().match();
        reception.desk.matching().match();
        assertEquals(Optional.of(NOA), asked());
    }

    @Test
    void what_is_declined_is_the_next_ones_and_what_is_accepted_is_nobodys() {
        Offer first = matched();
        assertEquals(Ending.NOT_HELD, reception.desk.waitlistOffers().accepted(CLINIC, first.id(), Staff.SOMEBODY));
        assertEquals(Ending.ENDED, reception.desk.waitlistOffers().declined(CLINIC, first.id(), Staff.SOMEBODY));
        assertEquals(Ending.OVER, reception.desk.waitlistOffers().declined(CLINIC, first.id(), Staff.SOMEBODY));
        contactingAt(reception.now.get());
        assertEquals(Optional.of(NOA), asked());
        Offer second = reception.waitlist.live(CLINIC).get(0);
        assertEquals(Ending.ENDED, reception.desk.waitlistOffers().accepted(CLINIC, second.id(), Staff.SOMEBODY));
        assertEquals(Optional.of(OpeningEnd.FILLED), reception.waitlist.closed(CLINIC, OPENING.id()));
        assertEquals(1, reception.waitlist.waiting(CLINIC, reception.now.get()).size());
    }

    @Test
    void on_the_phone_it_is_told_as_long_as_a_call_may_hold_it_before_the_last_two_hours() {
        matched();
        reception.now.set(LATEST.minus(HoldLedger.LONGEST_HOLD).plusMillis(1));
        assertEquals(Optional.empty(), reception.desk.waitlist().onTheLine(call("late", ROBIN), ROBIN));
        reception.now.set(LATEST.minus(HoldLedger.LONGEST_HOLD));
        assertEquals(
                START,
                reception
                        .desk
                        .waitlist()
                        .onTheLine(call("in-time", ROBIN), ROBIN)
                        .orElseThrow()
                        .slot()
                        .start()
                        .toInstant());
    }

    @Test
    void nobody_else_hears_of_it_and_who_was_not_identified_neither() {
        matched();
        assertEquals(Optional.empty(), reception.desk.waitlist().onTheLine(call("noa", NOA), NOA));
        assertEquals(Optional.empty(), reception.desk.waitlist().onTheLine(reception.call("unknown"), ROBIN));
    }

    @Test
    void who_is_on_the_line_first_has_it_and_staff_cannot_take_it_from_them() {
        Offer offer = matched();
        assertTrue(reception.desk.waitlist().onTheLine(call("in", ROBIN), ROBIN).isPresent());
        WaitlistOffers staff = reception.desk.waitlistOffers();
        assertEquals(new Contacting.NotWaiting(), staff.contacting(CLINIC, offer.id(), Staff.SOMEBODY));
        assertEquals(Ending.ON_THE_LINE, staff.accepted(CLINIC, offer.id(), Staff.SOMEBODY));
        assertEquals(Ending.ON_THE_LINE, staff.declined(CLINIC, offer.id(), Staff.SOMEBODY));
    }

    @Test
    void whom_staff_were_about_to_phone_takes_over_what_is_held_by_calling_first() {
        Offer offer = matched();
        WaitlistOffers staff = reception.desk.waitlistOffers();
        assertInstanceOf(Contacting.Held.class, staff.contacting(CLINIC, offer.id(), Staff.SOMEBODY));
        CallContext call = call("in", ROBIN);
        SlotId slot = reception
                .desk
                .waitlist()
                .onTheLine(call, ROBIN)
                .orElseThrow()
                .slot()
                .id();
        assertEquals(Ending.ON_THE_LINE, staff.declined(CLINIC, offer.id(), Staff.SOMEBODY));
        assertInstanceOf(
                Booking.Result.Booked.class,
                reception.desk.booking().book(call, new Booking.Command(slot, ROBIN, Optional.empty(), false)));
        reception.pass(Duration.ofSeconds(5));
        reception.desk.matching().match();
        assertEquals(Optional.of(OpeningEnd.FILLED), reception.waitlist.closed(CLINIC, OPENING.id()));
    }

    @Test
    void a_time_that_a_call_keeps_is_offered_five_seconds_after_it_lets_go() {
        reception.identified("other", NOA, IdentityLevel.VERIFIED, Relationship.SELF);
        CallContext other = reception.call("other", Optional.of(CASTELLAN_HOME));
        Slot kept = new Slot(
                new SlotId("k3v9x2m7qp"),
                other.call(),
                Optional.of(NOA),
                WEXFORD,
                OPENING.time(),
                new VisitTypeCode("checkup"));
        reception.holds.offer(CLINIC, other.caller(), List.of(kept), true, 1, reception.now.get());
        reception.desk.matching().match();
        assertEquals(Optional.of(PutOff.BLOCKED), reception.waitlist.putOff(CLINIC, OPENING.id()));
        reception.holds.release(CLINIC, other.call(), reception.now.get());
        reception.pass(Duration.ofSeconds(5).minusMillis(1));
        assertEquals(0, reception.desk.matching().match());
        reception.pass(Duration.ofMillis(1));
        assertEquals(1, reception.desk.matching().match());
        assertEquals(Optional.of(ROBIN), asked());
    }
}
