package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for some seconds what was read of clinics, and a bounded number of things at most, the latest. Thread-safe;
 * nobody waits for somebody who is reading: two who ask at once for what is not remembered both read it.
 */
final class ShortMemory<K, V> {
    private final Duration kept;
    private final int most;
    private final Map<Place<K>, Remembered<V>> remembered = new LinkedHashMap<>();
    private final Map<ClinicId, Long> forgotten = new HashMap<>();

    ShortMemory(Duration kept, int most) {
        this.kept = kept;
        this.most = most;
    }

    private record Place<K>(ClinicId clinic, K key) {}

    private record Remembered<V>(V value, Instant since) {}

    /**
     * That somebody begins to read.
     *
     * @param clinic whose EMR
     * @param at when
     * @param times how often the clinic had been forgotten by then
     */
    record Reading(ClinicId clinic, Instant at, long times) {}

    /** What was read less than that long before {@code now}. */
    synchronized Optional<V> recall(ClinicId clinic, K key, Instant now) {
        return Optional.ofNullable(remembered.get(new Place<>(clinic, key)))
                .filter(each -> isFresh(each, now))
                .map(Remembered::value);
    }

    /** To be called before reading what is to be remembered. */
    synchronized Reading begin(ClinicId clinic, Instant now) {
        return new Reading(clinic, now, forgotten.getOrDefault(clinic, 0L));
    }

    /** Remembers what was read; but not if the clinic was forgotten meanwhile, for then it may be out of date. */
    synchronized void keep(Reading reading, K key, V value) {
        if (forgotten.getOrDefault(reading.clinic(), 0L) == reading.times()) {
            Place<K> place = new Place<>(reading.clinic(), key);
            remembered.remove(place);
            remembered.put(place, new Remembered<>(value, reading.at()));
            dropOldest(reading.at());
        }
    }

    /** Something has changed in the clinic's EMR: what was read of it, or is being read, counts no longer. */
    synchronized void forget(ClinicId clinic) {
        forgotten.merge(clinic, 1L, Long::sum);
        remembered.keySet().removeIf(place -> place.clinic().equals(clinic));
    }

    synchronized int size() {
        return remembered.size();
    }

    private void dropOldest(Instant now) {
        Iterator<Remembered<V>> oldest = remembered.values().iterator();
        while (oldest.hasNext()) {
            if (isFresh(oldest.next(), now) && remembered.size() <= most) {
                return;
            }
            oldest.remove();
        }
    }

    private boolean isFresh(Remembered<V> each, Instant now) {
        return !now.isBefore(each.since()) && now.isBefore(each.since().plus(kept));
    }
}
