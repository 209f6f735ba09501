package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.clinic.EmrObserver;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What all clinics' OSCARs are reached with.
 *
 * @param http one client for the whole process, by {@link OnceOnly}; it holds no thread while an OSCAR is silent
 * @param clock the time now
 * @param nonces a new random text at every call, of letters and digits
 * @param longest how long a request may take at most, from the first byte sent to the last received; who asked may have
 *     to leave sooner
 * @param observer told of each request
 */
public record OscarMeans(
        HttpClient http, InstantSource clock, Supplier<String> nonces, Duration longest, EmrObserver observer) {
    /** The same, observed by nobody. */
    public OscarMeans(HttpClient http, InstantSource clock, Supplier<String> nonces, Duration longest) {
        this(http, clock, nonces, longest, EmrObserver.NOBODY);
    }
}
