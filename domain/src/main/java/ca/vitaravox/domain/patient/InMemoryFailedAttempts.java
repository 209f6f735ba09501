package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps failed attempts in memory: for tests, and for a tool that is one process. Forgets those older than
 * {@link #CHART_WINDOW}; no call lasts that long.
 */
public final class InMemoryFailedAttempts implements FailedAttempts {
    private final List<Attempt> attempts = new ArrayList<>();

    /** Nothing failed yet. */
    public InMemoryFailedAttempts() {}

    private record Attempt(
            ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Set<PatientId> charts, Instant at) {
        boolean isWithin(Duration window, Instant now) {
            return at.plus(window).isAfter(now);
        }
    }

    @Override
    public synchronized Counts count(
            ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Set<PatientId> charts, Instant now) {
        int alike = count(clinic, each -> each.caller.equals(caller) && each.isWithin(NUMBER_WINDOW, now));
        return new Counts(
                count(clinic, each -> each.call.equals(call)),
                caller.isPresent() ? alike : 0,
                caller.isPresent() ? 0 : alike,
                charts.stream()
                        .mapToInt(chart -> onChart(clinic, chart, now))
                        .max()
                        .orElse(0));
    }

    private int onChart(ClinicId clinic, PatientId chart, Instant now) {
        return count(clinic, each -> each.charts.contains(chart) && each.isWithin(CHART_WINDOW, now));
    }

    private int count(ClinicId clinic, Predicate<Attempt> counted) {
        return (int) attempts.stream()
                .filter(each -> each.clinic.equals(clinic))
                .filter(counted)
                .count();
    }

    @Override
    public synchronized void add(
            ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Set<PatientId> charts, Instant now) {
        attempts.removeIf(each -> !each.isWithin(CHART_WINDOW, now));
        attempts.add(new Attempt(clinic, call, caller, Set.copyOf(charts), now));
    }
}
