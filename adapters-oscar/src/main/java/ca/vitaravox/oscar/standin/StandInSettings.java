package ca.vitaravox.oscar.standin;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a stand-in is started with.
 *
 * @param line which OSCAR it stands in for
 * @param zone the zone of its clock, in which every date and time of its interface is meant
 * @param time the time now; also what its {@code Date} header says and timestamps are checked against
 * @param ids a new UUID as text at every call, for tokens, verifiers and sessions
 * @param port the port on the loopback address, 0 for any that is free
 */
public record StandInSettings(Line line, ZoneId zone, InstantSource time, Supplier<String> ids, int port) {
    /** Takes all; none may be null. */
    public StandInSettings {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(ids, "ids");
    }
}
