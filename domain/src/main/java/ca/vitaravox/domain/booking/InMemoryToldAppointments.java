package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what calls were told in memory for as long as it lives: for tests, and for a tool that is one process. */
public final class InMemoryToldAppointments implements ToldAppointments {
    private final Map<Key, Entry> told = new ConcurrentHashMap<>();
    private final Set<Key> cancelling = ConcurrentHashMap.newKeySet();
    private final Map<Call, Instant> lastTold = new HashMap<>();
    private final Map<Call, Instant> ends = new HashMap<>();

    /** Nothing was told yet. */
    public InMemoryToldAppointments() {}

    private record Key(ClinicId clinic, CallId call, AppointmentId appointment) {}

    private record Entry(Told told, Instant first) {}

    private record Call(ClinicId clinic, CallId id) {}

    /** A call is over, from the moment that is returned: what it was told before, it was told before that. */
    synchronized Instant over(ClinicId clinic, CallId id, Instant now) {
        Call call = new Call(clinic, id);
        return ends.computeIfAbsent(call, first -> later(now, lastTold.getOrDefault(call, now)));
    }

    /** When it is told, by the order of things: after its end, if that is known, whatever the clock of who tells it says. */
    private synchronized Instant told(ClinicId clinic, CallId id, Instant now) {
        Call call = new Call(clinic, id);
        Instant at = Optional.ofNullable(ends.get(call))
                .map(end -> later(now, end.plusNanos(1)))
                .orElse(now);
        return lastTold.merge(call, at, InMemoryToldAppointments::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public void keep(
            ClinicId clinic,
            CallId call,
            PatientId patient,
            Set<AppointmentId> appointments,
            boolean booked,
            Instant now) {
        Instant at = told(clinic, call, now);
        for (AppointmentId appointment : appointments) {
            told.merge(
                    new Key(clinic, call, appointment),
                    new Entry(new Told(patient, booked), at),
                    (before, later) ->
                            new Entry(new Told(patient, before.told().bookedHere() || booked), before.first()));
        }
    }

    @Override
    public boolean heard(ClinicId clinic, AppointmentId appointment, CallId call, Optional<Instant> over) {
        return told.entrySet().stream()
                .filter(each -> each.getKey().clinic().equals(clinic)
                        && each.getKey().appointment().equals(appointment))
                .anyMatch(each -> !each.getKey().call().equals(call)
                        || over.map(end -> !each.getValue().first().isAfter(end))
                                .orElse(true));
    }

    @Override
    public Optional<Told> told(ClinicId clinic, CallId call, AppointmentId appointment) {
        return Optional.ofNullable(told.get(new Key(clinic, call, appointment))).map(Entry::told);
    }

    @Override
    public void cancelling(ClinicId clinic, CallId call, AppointmentId appointment) {
        Key key = new Key(clinic, call, appointment);
        if (told.containsKey(key)) {
            cancelling.add(key);
        }
    }

    @Override
    public boolean settled(ClinicId clinic, CallId call, AppointmentId appointment) {
        return cancelling.remove(new Key(clinic, call, appointment));
    }
}
