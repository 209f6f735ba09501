package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.waitlist.SeenAppointments;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps in memory what was seen of EMRs, which are never switched: for tests, and for a tool that is one process. */
public final class InMemorySeenAppointments implements SeenAppointments {
    private final FreedOpenings freed;
    private final Map<ClinicId, Instant> due = new HashMap<>();
    private final Map<Days, List<Standing>> seen = new HashMap<>();

    /** Nothing was seen yet; what is freed is noted in {@code freed}. */
    public InMemorySeenAppointments(FreedOpenings freed) {
        this.freed = freed;
    }

    private record Days(ClinicId clinic, ProviderId provider) {}

    /** A watched clinic is due a moment later, by which {@link #rest} sees that somebody watches it. */
    @Override
    public synchronized void watch(ClinicId clinic, Instant now) {
        due.merge(clinic, now, (before, anew) -> before.plusNanos(1));
    }

    @Override
    public synchronized List<Look> take(int most, Instant now, Instant until) {
        List<Look> taken = due.entrySet().stream()
                .filter(each -> !now.isBefore(each.getValue()))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .limit(most)
                .map(each -> new Look(each.getKey(), until))
                .toList();
        taken.forEach(look -> due.put(look.clinic(), until));
        return taken;
    }

    @Override
    public synchronized void again(Look taken, Instant when) {
        due.computeIfPresent(taken.clinic(), (clinic, known) -> known.equals(taken.until()) ? when : known);
    }

    @Override
    public synchronized void rest(Look taken) {
        due.remove(taken.clinic(), taken.until());
    }

    @Override
    public synchronized void see(
            ClinicId clinic, ProviderId provider, TimeRange window, List<Standing> there, Instant now) {
        seen.getOrDefault(new Days(clinic, provider), List.of()).stream()
                .filter(before -> !before.time().start().isBefore(now))
                .filter(before -> before.time().start().isBefore(window.end()))
                .forEach(
                        before -> freed(provider, before, there).ifPresent(opening -> freed.add(clinic, opening, now)));
        seen.put(new Days(clinic, provider), List.copyOf(there));
    }

    private static Optional<FreedOpening> freed(ProviderId provider, Standing before, List<Standing> there) {
        Optional<Standing> still =
                there.stream().filter(each -> each.id().equals(before.id())).findFirst();
        boolean stays = still.filter(
                        each -> each.time().start().equals(before.time().start()))
                .isPresent();
        return stays
                ? Optional.empty()
                : Optional.of(new FreedOpening(
                        before.id(),
                        provider,
                        before.time(),
                        still.map(moved -> new FreedOpening.MovedTo(
                                moved.id(), moved.time().start()))));
    }
}
