package ca.vitaravox.domain.access;

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
public final class ShortMemory<K, V> {
    private final Duration kept;
    private final int most;
    private final Map<Place<K>, Remembered<V>> remembered = new LinkedHashMap<>();
    private final Map<ClinicId, Long> forgotten = new HashMap<>();

    /**
     * A memory with nothing in it.
     *
     * @param kept how long a thing is usually remembered
     * @param most how many things at most
     */
    public ShortMemory(Duration kept, int most) {
        this.kept = kept;
        this.most = most;
    }

    private record Place<K>(ClinicId clinic, K key) {}

    private record Remembered<V>(V value, Instant since, Instant until) {}

    /**
     * That somebody begins to read.
     *
     * @param clinic whose EMR
     * @param at when
     * @param times how often the clinic had been forgotten by then
     */
    public record Reading(ClinicId clinic, Instant at, long times) {}

    /** What was read and is still remembered at {@code now}. */
    public synchronized Optional<V> recall(ClinicId clinic, K key, Instant now) {
        return Optional.ofNullable(remembered.get(new Place<>(clinic, key)))
                .filter(each -> isFresh(each, now))
                .map(Remembered::value);
    }

    /** The same, if it was read less than so long ago. */
    public synchronized Optional<V> recall(ClinicId clinic, K key, Instant now, Duration ago) {
        return Optional.ofNullable(remembered.get(new Place<>(clinic, key)))
                .filter(each -> isFresh(each, now) && now.isBefore(each.since().plus(ago)))
                .map(Remembered::value);
    }

    /** To be called before reading what is to be remembered. */
    public synchronized Reading begin(ClinicId clinic, Instant now) {
        return new Reading(clinic, now, forgotten.getOrDefault(clinic, 0L));
    }

    /** Remembers what was read; but not if the clinic was forgotten meanwhile, for then it may be out of date. */
    public void keep(Reading reading, K key, V value) {
        keep(reading, key, value, kept);
    }

    /** The same for so long. */
    public synchronized void keep(Reading reading, K key, V value, Duration length) {
        if (forgotten.getOrDefault(reading.clinic(), 0L) == reading.times()) {
            Place<K> place = new Place<>(reading.clinic(), key);
            remembered.remove(place);
            remembered.put(
                    place, new Remembered<>(value, reading.at(), reading.at().plus(length)));
            dropOldest(reading.at());
        }
    }

    /** Something has changed in the clinic's EMR: what was read of it, or is being read, counts no longer. */
    public synchronized void forget(ClinicId clinic) {
        forgotten.merge(clinic, 1L, Long::sum);
        remembered.keySet().removeIf(place -> place.clinic().equals(clinic));
    }

    /** How many things are remembered. */
    public synchronized int size() {
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

    private static boolean isFresh(Remembered<?> each, Instant now) {
        return !now.isBefore(each.since()) && now.isBefore(each.until());
    }
}
