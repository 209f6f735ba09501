package ca.vitaravox.ports.clinic;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Driven port: all clinics in brief, whether they can be called or not. Thread-safe. */
@FunctionalInterface
public interface ClinicIndex {
    /**
     * A page of clinics, by id.
     *
     * @param among only these; empty for all
     * @param search only those whose name or id has this in it, whatever its case
     * @param after the last clinic of the page before; empty for the first page
     * @param most how many at most
     */
    List<Brief> page(Optional<Set<ClinicId>> among, Optional<String> search, Optional<ClinicId> after, int most);

    /**
     * A clinic in brief.
     *
     * @param id the clinic
     * @param name as spoken
     * @param zone the zone its wall clocks show
     * @param lines how many numbers it can be called at
     */
    record Brief(ClinicId id, String name, ZoneId zone, int lines) {}
}
