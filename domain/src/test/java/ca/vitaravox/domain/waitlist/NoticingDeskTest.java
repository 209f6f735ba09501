package ca.vitaravox.domain.waitlist;

import static ca.vitaravox.domain.Reception.CASTELLAN_HOME;
import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.ports.waitlist.WaitlistKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What staff cancel and move in the EMR itself. */
class NoticingDeskTest {
    private static final LocalDate DAY = MONDAY.plusDays(2);
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Reception reception = new Reception();

    private void joins(PatientId patient, Optional<ProviderId> provider, Optional<AppointmentId> instead) {
        String id = "join" + patient;
        reception.identified(id, patient, IdentityLevel.VERIFIED, Relationship.SELF);
        CallContext call = reception.call(id, Optional.of(CASTELLAN_HOME));
        instead.ifPresent(
                have -> reception.told.keep(CLINIC, call.call(), patient, Set.of(have), false, reception.now.get()));
        assertInstanceOf(
                Waitlist.Result.Joined.class,
                reception
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
                                        provider,
                                        PartOfDay.ANY,
                                        Set.of(),
                                        Optional.empty(),
                                        instead,
                                        Optional.empty())));
    }

    private void robinWaits() {
        joins(ROBIN, Optional.empty(), Optional.empty());
    }

    private AppointmentId booked(LocalDate day, String time) {
        return reception.staffBook(WEXFORD, new PatientId("9"), day, time, 15);
    }

    private int looks() {
        int before = reception.emr.count(Request.DAY);
        reception.desk.noticing().look();
        return reception.emr.count(Request.DAY) - before;
    }

    private List<Instant> offered() {
        while (reception.desk.matching().match() > 0) {
            // until nothing is due
        }
        return reception.waitlist.live(CLINIC).stream()
                .map(Offer::time)
                .map(TimeRange::start)
                .toList();
    }

    @Test
    void what_staff_cancel_is_offered_to_whoever_waits() {
        AppointmentId appointment = booked(DAY, "10:00");
        booked(DAY, "11:00");
        robinWaits();
        looks();
        assertEquals(List.of(), offered());
        reception.emr.become(CLINIC, appointment, AppointmentStatus.CANCELLED);
        reception.pass(EVERY);
        looks();
        assertEquals(List.of(Reception.at(DAY, "10:00")), offered());
    }

    @Test
    void what_staff_move_frees_the_time_it_had_and_whoever_has_it_waits_on_for_something_earlier() {
        AppointmentId robins = reception.staffBook(WEXFORD, ROBIN, DAY.plusDays(1), "10:00", 15);
        joins(ROBIN, Optional.empty(), Optional.of(robins));
        AppointmentId noas = reception.staffBook(WEXFORD, NOA, DAY, "10:00", 15);
        looks();
        reception.emr.move(CLINIC, noas, WEXFORD, TimeRange.from(Reception.at(DAY, "11:30"), Duration.ofMinutes(15)));
        reception.emr.move(
                CLINIC,
                robins,
                WEXFORD,
                TimeRange.from(Reception.at(DAY.plusDays(1), "11:30"), Duration.ofMinutes(15)));
        reception.pass(EVERY);
        looks();
        assertEquals(1, offered().size());
        assertEquals(
                Reception.at(DAY.plusDays(1), "11:30"),
                reception
                        .waitlist
                        .waiting(CLINIC, reception.now.get())
                        .get(0)
                        .entry()
                        .instead()
                        .orElseThrow()
                        .start());
    }

    @Test
    void an_emr_is_looked_at_every_five_minutes_and_not_more_often() {
        robinWaits();
        int providers = 2;
        assertEquals(providers, looks());
        assertEquals(0, looks());
        reception.pass(EVERY.minusMillis(1));
        assertEquals(0, looks());
        reception.pass(Duration.ofMillis(1));
        assertEquals(providers, looks());
    }

    @Test
    void where_nobody_waits_nothing_is_read() {
        assertEquals(0, looks());
        robinWaits();
        assertEquals(2, looks());
        reception
                .waitlist
                .waiting(CLINIC, reception.now.get())
                .forEach(each ->
                        reception.waitlist.end(CLINIC, each.entry().id(), EntryEnd.REMOVED, reception.now.get()));
        reception.pass(EVERY);
        assertEquals(0, looks());
        robinWaits();
        assertEquals(2, looks());
    }

    @Test
    void only_the_days_of_providers_that_somebody_waits_for_are_read() {
        joins(ROBIN, Optional.of(SETHI), Optional.empty());
        assertEquals(1, looks());
    }

    @Test
    void days_beyond_four_weeks_are_not_read() {
        AppointmentId last = booked(MONDAY.plusDays(NoticingDesk.DAYS_AHEAD), "10:00");
        AppointmentId beyond = booked(MONDAY.plusDays(NoticingDesk.DAYS_AHEAD + 1), "10:00");
        robinWaits();
        looks();
        for (AppointmentId each : List.of(last, beyond)) {
            reception.emr.become(CLINIC, each, AppointmentStatus.CANCELLED);
        }
        reception.pass(EVERY);
        looks();
        assertEquals(List.of(Reception.at(MONDAY.plusDays(NoticingDesk.DAYS_AHEAD), "10:00")), offered());
    }

    @Test
    void an_emr_that_is_silent_seems_to_have_cancelled_nothing() {
        booked(DAY, "10:00");
        AppointmentId appointment = booked(DAY, "10:30");
        robinWaits();
        looks();
        reception.emr.trouble(Request.DAY, Trouble.SILENT);
        reception.pass(EVERY);
        looks();
        reception.emr.trouble(Trouble.NONE);
        assertEquals(List.of(), offered());
        reception.emr.become(CLINIC, appointment, AppointmentStatus.CANCELLED);
        reception.pass(EVERY);
        looks();
        assertEquals(List.of(Reception.at(DAY, "10:30")), offered());
    }

    @Test
    void what_a_caller_cancelled_is_freed_once() {
        AppointmentId appointment = booked(DAY, "10:00");
        robinWaits();
        looks();
        reception.emr.become(CLINIC, appointment, AppointmentStatus.CANCELLED);
        reception.waitlist.add(
                CLINIC,
                new FreedOpening(
                        appointment,
                        WEXFORD,
                        TimeRange.from(Reception.at(DAY, "10:00"), Duration.ofMinutes(15)),
                        Optional.empty()),
                reception.now.get());
        assertEquals(1, offered().size());
        reception.pass(EVERY);
        looks();
        assertEquals(1, offered().size());
        assertEquals(
                0,
                reception
                        .waitlist
                        .take(10, reception.now.get(), reception.now.get().plusSeconds(1))
                        .size());
    }
}
