package ca.vitaravox.ports.contract.waitlist;

import static ca.vitaravox.ports.contract.waitlist.Entries.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.SeenAppointments;
import ca.vitaravox.ports.waitlist.SeenAppointments.Look;
import ca.vitaravox.ports.waitlist.SeenAppointments.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SeenAppointments}, with the book its openings go into, keeps. */
public abstract class SeenAppointmentsContract implements Clinics {
    private static final ProviderId WEXFORD = new ProviderId("101");
    private static final ProviderId SETHI = new ProviderId("102");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(5));
    private static final TimeRange WINDOW = TimeRange.from(NOW, Duration.ofDays(28));
    private static final Standing NINE = standing("9", NOW.plus(Duration.ofHours(24)));
    private static final Standing TEN = standing("10", NOW.plus(Duration.ofHours(25)));

    private SeenAppointments seen;
    private ClinicId clinic;

    /** What was seen. */
    protected abstract SeenAppointments seenAppointments();

    /** Where the openings go that are freed. */
    protected abstract OfferBook offerBook();

    /** Whatever other tests left to be seen to is gone. */
    protected void emptyTheQueue() {}

    @BeforeEach
    void open() {
        emptyTheQueue();
        seen = seenAppointments();
        clinic = newClinic();
    }

    private static Standing standing(String id, Instant start) {
        return new Standing(new AppointmentId(id), TimeRange.from(start, Duration.ofMinutes(15)));
    }

    private void see(Instant now, Standing... there) {
        seen.see(clinic, WEXFORD, WINDOW, List.of(there), now);
    }

    private Set<FreedOpening> freed() {
        return offerBook().take(20, LATER.plusSeconds(60), LATER.plusSeconds(120)).stream()
                .filter(each -> each.clinic().equals(clinic))
                .map(OfferBook.Case::opening)
                .collect(Collectors.toSet());
    }

    private static FreedOpening opening(Standing gone, Optional<FreedOpening.MovedTo> to) {
        return new FreedOpening(gone.id(), WEXFORD, gone.time(), to);
    }

    @Test
    void what_is_seen_first_frees_nothing_and_what_is_gone_the_next_time_frees_its_time() {
        see(NOW, NINE, TEN);
        assertEquals(Set.of(), freed());
        see(LATER, TEN);
        assertEquals(Set.of(opening(NINE, Optional.empty())), freed());
        see(LATER, TEN);
        assertEquals(Set.of(), freed());
    }

    @Test
    void what_was_moved_is_freed_with_where_it_went() {
        Standing moved = standing("9", NOW.plus(Duration.ofHours(30)));
        see(NOW, NINE, TEN);
        see(LATER, moved, TEN);
        FreedOpening.MovedTo to =
                new FreedOpening.MovedTo(moved.id(), moved.time().start());
        assertEquals(Set.of(opening(NINE, Optional.of(to))), freed());
        see(LATER, TEN);
        assertEquals(Set.of(opening(moved, Optional.empty())), freed());
    }

    @Test
    void what_only_takes_longer_is_where_it_was() {
        see(NOW, NINE);
        see(LATER, new Standing(NINE.id(), TimeRange.from(NINE.time().start(), Duration.ofMinutes(30))));
        assertEquals(Set.of(), freed());
    }

    @Test
    void what_begins_by_now_or_after_the_window_frees_nothing() {
        Standing now = standing("1", LATER);
        Standing before = standing("2", LATER.minusSeconds(1));
        Standing last = standing("3", WINDOW.end().minusSeconds(60));
        Standing after = standing("4", WINDOW.end());
        see(NOW, now, before, last, after);
        see(LATER);
        assertEquals(Set.of(opening(now, Optional.empty()), opening(last, Optional.empty())), freed());
    }

    @Test
    void other_providers_and_clinics_are_seen_for_themselves() {
        see(NOW, NINE);
        seen.see(clinic, SETHI, WINDOW, List.of(), LATER);
        seen.see(newClinic(), WEXFORD, WINDOW, List.of(), LATER);
        assertEquals(Set.of(), freed());
    }

    @Test
    void a_watched_clinic_is_given_once_and_again_when_it_is_due() {
        assertEquals(List.of(), looks(NOW, LATER));
        seen.watch(clinic, NOW);
        assertEquals(List.of(), looks(NOW.minusMillis(1), LATER));
        List<Look> taken = looks(NOW, LATER);
        assertEquals(List.of(new Look(clinic, LATER)), taken);
        assertEquals(List.of(), looks(LATER.minusMillis(1), LATER));
        seen.again(taken.get(0), LATER.plusSeconds(60));
        assertEquals(List.of(), looks(LATER.plusSeconds(59), LATER));
        assertEquals(1, looks(LATER.plusSeconds(60), LATER.plusSeconds(90)).size());
        assertEquals(1, looks(LATER.plusSeconds(90), LATER.plusSeconds(120)).size(), "whoever took it is gone");
    }

    @Test
    void a_clinic_rests_unless_somebody_watches_it_meanwhile() {
        seen.watch(clinic, NOW);
        Look taken = looks(NOW, LATER).get(0);
        seen.watch(clinic, NOW.plusSeconds(1));
        seen.rest(taken);
        taken = looks(LATER.plusSeconds(1), LATER.plusSeconds(60)).get(0);
        seen.rest(taken);
        assertEquals(List.of(), looks(LATER.plusSeconds(90), LATER.plusSeconds(120)));
        seen.watch(clinic, LATER.plusSeconds(90));
        assertEquals(1, looks(LATER.plusSeconds(90), LATER.plusSeconds(120)).size());
    }

    private List<Look> looks(Instant now, Instant until) {
        return seen.take(20, now, until).stream()
                .filter(look -> look.clinic().equals(clinic))
                .toList();
    }
}
