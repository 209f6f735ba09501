package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.UnfinishedWrites.Unfinished;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The slots of all clinics in the in-memory book. Not thread-safe. */
final class SlotPages {
    private final Map<ClinicId, Map<SlotId, SlotPage>> book = new HashMap<>();

    private record Due(ClinicId clinic, SlotPage page) {
        Instant since() {
            return page.care().due().orElseThrow();
        }

        Unfinished unfinished(Instant turn) {
            return page.unfinished(clinic, turn);
        }
    }

    Stream<SlotPage> pages(ClinicId clinic) {
        return of(clinic).values().stream();
    }

    Optional<SlotPage> page(ClinicId clinic, SlotId slot) {
        return Optional.ofNullable(of(clinic).get(slot));
    }

    void put(ClinicId clinic, SlotPage page) {
        of(clinic).put(page.slot().id(), page);
    }

    void change(ClinicId clinic, Predicate<SlotPage> which, UnaryOperator<SlotPage> change) {
        of(clinic).replaceAll((id, page) -> which.test(page) ? change.apply(page) : page);
    }

    /** Whether an appointment is let go for any slot. */
    boolean isLetGo(ClinicId clinic, AppointmentId appointment) {
        return pages(clinic).anyMatch(page -> page.letsGo(appointment));
    }

    /** What is blocked at {@code now}. */
    Stream<Block> blocks(ClinicId clinic, Instant now) {
        return pages(clinic).flatMap(page -> page.block(now).stream());
    }

    /** What somebody has to see to by {@code now}, of all clinics, the longest due first, to be left to them. */
    Stream<Unfinished> due(Instant now, Instant turn) {
        return book.entrySet().stream()
                .flatMap(entry -> entry.getValue().values().stream()
                        .filter(page -> page.isDue(now))
                        .map(page -> new Due(entry.getKey(), page)))
                .sorted(Comparator.comparing(Due::since))
                .map(due -> due.unfinished(turn));
    }

    private Map<SlotId, SlotPage> of(ClinicId clinic) {
        return book.computeIfAbsent(clinic, c -> new HashMap<>());
    }
}
