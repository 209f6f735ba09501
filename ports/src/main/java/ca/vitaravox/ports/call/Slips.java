package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;

/**
 * Driven port: what the assistant got wrong in each call, and how often, among all servers. No arguments are in it.
 * Thread-safe.
 */
@FunctionalInterface
public interface Slips {
    /**
     * Counts one.
     *
     * @param tool the tool that was refused
     * @param kind what was wrong, the same for what is wrong in the same way: a code, a field; at most 100 characters
     * @return how many there are now of that kind of that tool in that call
     */
    int add(ClinicId clinic, CallId call, String tool, String kind, Instant now);
}
