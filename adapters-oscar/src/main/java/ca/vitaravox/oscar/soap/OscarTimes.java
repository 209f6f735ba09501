package ca.vitaravox.oscar.soap;

import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.CodedTime;
import ca.vitaravox.ports.booking.CodedTimes;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * When providers work by OSCAR's own schedule templates: {@code getDayWorkSchedule}, a call for each provider and day,
 * remembered for {@link DayMemory#KEPT}. Thread-safe.
 */
public final class OscarTimes implements CodedTimes {
    private final ClinicId clinic;
    private final SoapLink link;
    private final Zones zones;
    private final Supplier<Instant> now;
    private final DayMemory memory = new DayMemory();

    /** The schedules of one clinic's OSCAR. */
    public OscarTimes(ClinicId clinic, SoapLink link, Zones zones, OscarMeans means) {
        this.clinic = clinic;
        this.link = link;
        this.zones = zones;
        this.now = means.clock()::instant;
    }

    @Override
    public List<CodedTime> times(
            ClinicId ofClinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        if (!clinic.equals(ofClinic)) {
            throw new IllegalArgumentException("the OSCAR of " + clinic + " was asked for " + ofClinic);
        }
        List<ProviderDay> days = providers.stream()
                .flatMap(provider -> days(provider, first, last))
                .toList();
        return read(days, deadline).values().stream()
                .flatMap(List::stream)
                .filter(time -> !time.from().toLocalDate().isBefore(first))
                .filter(time -> !time.from().toLocalDate().isAfter(last))
                .sorted(Comparator.comparing(CodedTime::from)
                        .thenComparing(time -> time.provider().value()))
                .toList();
    }

    /** The days on OSCAR's calendar in which the clinic's days lie. */
    private Stream<ProviderDay> days(ProviderId provider, LocalDate first, LocalDate last) {
        LocalDate from = zones.oscarDay(zones.start(first));
        LocalDate to = zones.oscarDay(zones.start(last.plusDays(1)).minusSeconds(1));
        return from.datesUntil(to.plusDays(1)).map(day -> new ProviderDay(provider, day));
    }

    private Map<ProviderDay, List<CodedTime>> read(List<ProviderDay> days, Deadline deadline) {
        Map<ProviderDay, List<CodedTime>> known = new HashMap<>();
        days.forEach(day -> memory.recall(day, now.get()).ifPresent(times -> known.put(day, times)));
        List<ProviderDay> unknown =
                days.stream().filter(day -> !known.containsKey(day)).toList();
        if (!unknown.isEmpty()) {
            fetch(unknown, known, deadline);
        }
        return known;
    }

    private void fetch(List<ProviderDay> days, Map<ProviderDay, List<CodedTime>> into, Deadline deadline) {
        try {
            List<SoapElement> returned =
                    link.read(days.stream().map(day -> day.call(zones)).toList(), deadline);
            for (int at = 0; at < days.size(); at++) {
                into.put(days.get(at), DaySchedule.read(days.get(at).provider(), returned.get(at), zones));
            }
        } catch (SoapException silent) {
            throw new EmrUnavailableException(silent.getMessage(), silent);
        }
        days.forEach(day -> memory.keep(day, into.get(day), now.get()));
    }
}
