package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What takes time of one provider in an EMR, in the order it begins, laid out for searches, which go through thousands of
 * appointments and look at nothing else of them: when they are, in seconds, and of which type. Immutable.
 */
final class Diary {
    private final AppointmentId[] ids;
    private final long[] starts;
    private final long[] ends;
    private final int[] types;
    private final List<String> namesOfTypes = new ArrayList<>();

    /** What of these, in any order, takes time of that provider. */
    Diary(ProviderId provider, List<Appointment> appointments) {
        List<Appointment> sorted = appointments.stream()
                .filter(each -> each.takesTime() && each.provider().equals(provider))
                .sorted(Comparator.comparing(each -> each.time().start()))
                .toList();
        ids = new AppointmentId[sorted.size()];
        starts = new long[sorted.size()];
        ends = new long[sorted.size()];
        types = new int[sorted.size()];
        for (int i = 0; i < ids.length; i++) {
            Appointment appointment = sorted.get(i);
            ids[i] = appointment.id();
            starts[i] = Stretches.start(appointment.time());
            ends[i] = Stretches.end(appointment.time());
            types[i] = type(appointment.emrType());
        }
    }

    /** There is a handful of types. */
    private int type(String name) {
        int known = namesOfTypes.indexOf(name);
        if (known >= 0) {
            return known;
        }
        namesOfTypes.add(name);
        return namesOfTypes.size() - 1;
    }

    /** Puts all of it on the pile, with what is kept free around each, but for one appointment about to be moved. */
    void addTo(Pile pile, Spacing spacing, Optional<AppointmentId> moved) {
        List<Spacing.Around> around = namesOfTypes.stream().map(spacing::around).toList();
        pile.makeRoom(ids.length);
        AppointmentId left = moved.orElse(null);
        for (int i = 0; i < ids.length; i++) {
            if (!ids[i].equals(left)) {
                Spacing.Around free = around.get(types[i]);
                pile.add(starts[i] - free.before(), ends[i] + free.after());
            }
        }
    }
}
