package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Keeps failed attempts in memory: for tests, and for a tool that is one process. Forgets those older than
 * {@link #CHART_WINDOW}; no call lasts that long.
 */
public final class InMemoryFailedAttempts implements FailedAttempts {
    private final Map<Attempt, Begun> attempts =
            new TreeMap<>((one, other) -> Long.compare(one.number(), other.number()));
    private long last;

    /** Nothing failed yet. */
    public InMemoryFailedAttempts() {}

    private record Begun(
            ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Set<PatientId> charts, Instant at) {
        boolean isWithin(Duration window, Instant now) {
            return at.plus(window).isAfter(now);
        }
    }

    @Override
    public synchronized Optional<Attempt> begin(
            ClinicId clinic,
            CallId call,
            Optional<PhoneNumber> caller,
            Set<PatientId> aim,
            Limits limits,
            Instant now) {
        attempts.values().removeIf(each -> !each.isWithin(CHART_WINDOW, now));
        int alike = count(clinic, each -> each.caller.equals(caller) && each.isWithin(NUMBER_WINDOW, now));
        boolean closed = count(clinic, each -> each.call.equals(call)) >= limits.inCall()
                || alike >= (caller.isPresent() ? limits.fromNumber() : limits.fromWithheld())
                || isClosed(clinic, aim, limits.onChart(), now);
        if (closed) {
            return Optional.empty();
        }
        Attempt attempt = new Attempt(++last);
        attempts.put(attempt, new Begun(clinic, call, caller, new HashSet<>(aim), now));
        return Optional.of(attempt);
    }

    @Override
    public synchronized boolean isOn(ClinicId clinic, Attempt attempt, Set<PatientId> charts, int most, Instant now) {
        if (isClosed(clinic, charts, most, now)) {
            return false;
        }
        Optional.ofNullable(attempts.get(attempt)).ifPresent(begun -> begun.charts.addAll(charts));
        return true;
    }

    @Override
    public synchronized void withdraw(ClinicId clinic, Attempt attempt) {
        attempts.remove(attempt);
    }

    private boolean isClosed(ClinicId clinic, Set<PatientId> charts, int most, Instant now) {
        return charts.stream()
                .anyMatch(chart ->
                        count(clinic, each -> each.charts.contains(chart) && each.isWithin(CHART_WINDOW, now)) >= most);
    }

    private int count(ClinicId clinic, Predicate<Begun> counted) {
        return (int) attempts.values().stream()
                .filter(each -> each.clinic.equals(clinic))
                .filter(counted)
                .count();
    }
}
