package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.EmrSchedules;
import ca.vitaravox.ports.booking.ScheduleSettings;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrConnections;
import ca.vitaravox.ports.clinic.EmrInUse;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What one clinic settled about its EMR and its weeks; the test says what. */
final class SettledEmr implements ScheduleSettings, EmrSchedules, ClinicEmrs, EmrConnections {
    final Map<ProviderId, List<WeeklyShift>> weeks = new HashMap<>();
    EmrSchedule schedule = EmrSchedule.NONE;
    EmrSettings settings = EmrSettings.DEMO;
    Optional<History> history = Optional.empty();

    @Override
    public List<WeeklyShift> shifts(ClinicId clinic, ProviderId provider) {
        return weeks.getOrDefault(provider, List.of());
    }

    @Override
    public Map<ProviderId, List<WeeklyShift>> everybodys(ClinicId clinic) {
        return weeks;
    }

    @Override
    public EmrSchedule schedule(ClinicId clinic) {
        return schedule;
    }

    @Override
    public EmrInUse emr(ClinicId clinic) {
        return new EmrInUse(settings, Optional.empty());
    }

    @Override
    public Optional<History> history(ClinicId clinic) {
        return history;
    }

    @Override
    public void change(ClinicId clinic, ProviderId provider, UnaryOperator<List<WeeklyShift>> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void change(ClinicId clinic, UnaryOperator<EmrSchedule> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void change(ClinicId clinic, UnaryOperator<EmrSettings> change, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void asked(ClinicId clinic, Asked asked) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Asked> take(ClinicId clinic, Optional<String> state, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void connected(ClinicId clinic, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void worked(ClinicId clinic, Instant at) {
        throw new UnsupportedOperationException();
    }
}
