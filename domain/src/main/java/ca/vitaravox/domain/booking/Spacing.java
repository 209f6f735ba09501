package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Buffers;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is taken of a provider's time for somebody who wants a visit of one type: appointments and what surrounds them.
 * For one thread.
 */
final class Spacing {
    private final Buffers wanted;
    private final Map<VisitTypeCode, Buffers> byCode = new HashMap<>();
    private final Map<String, Buffers> byEmrType = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** The same by the very letters the EMR uses: there are thousands of appointments, of a handful of types. */
    private final Map<String, Buffers> asWritten = new HashMap<>();

    Spacing(Clinic clinic, VisitTypeCode wanted) {
        this.wanted = clinic.visitType(wanted).map(VisitType::buffers).orElse(Buffers.NONE);
        for (VisitType type : clinic.visitTypes()) {
            byCode.put(type.code(), type.buffers());
            byEmrType.putIfAbsent(type.emrType(), type.buffers());
        }
    }

    /** What an appointment of the EMR takes; one whose type we do not know keeps nothing free itself. */
    TimeRange taken(Appointment appointment) {
        Buffers its =
                asWritten.computeIfAbsent(appointment.emrType(), type -> byEmrType.getOrDefault(type, Buffers.NONE));
        return taken(appointment.time(), its);
    }

    /** What a hold, a write under way, or a booking not settled takes. */
    TimeRange taken(HoldLedger.Block block) {
        return taken(block.time(), byCode.getOrDefault(block.visitType(), Buffers.NONE));
    }

    private TimeRange taken(TimeRange time, Buffers its) {
        return taken(time, its, wanted);
    }

    /** What is taken by something with buffers of its own for somebody who wants others. */
    static TimeRange taken(TimeRange time, Buffers its, Buffers wanted) {
        if (its.equals(Buffers.NONE) && wanted.equals(Buffers.NONE)) {
            return time;
        }
        return new TimeRange(
                time.start().minus(longer(its.before(), wanted.after())),
                time.end().plus(longer(its.after(), wanted.before())));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
