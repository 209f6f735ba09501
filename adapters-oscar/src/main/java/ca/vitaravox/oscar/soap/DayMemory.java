package ca.vitaravox.oscar.soap;

import ca.vitaravox.ports.booking.CodedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The days that were read last; schedules change rarely, and a month of them is thirty calls. Thread-safe. */
final class DayMemory {
    /** How long a day is believed to be what it was. */
    static final Duration KEPT = Duration.ofMinutes(5);

    /** Days, of all providers together: a year of five of them. */
    static final int MOST = 2_000;

    private record Kept(List<CodedTime> times, Instant until) {}

    private final Map<ProviderDay, Kept> days = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ProviderDay, Kept> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<List<CodedTime>> recall(ProviderDay day, Instant now) {
        return Optional.ofNullable(days.get(day))
                .filter(kept -> now.isBefore(kept.until()))
                .map(Kept::times);
    }

    synchronized void keep(ProviderDay day, List<CodedTime> times, Instant now) {
        days.remove(day);
        days.put(day, new Kept(times, now.plus(KEPT)));
    }
}
