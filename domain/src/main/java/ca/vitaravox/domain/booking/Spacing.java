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
 * What is kept free around appointments and holds for somebody who wants a visit of one type. For one thread.
 */
final class Spacing {
    private final Buffers wanted;
    private final Map<VisitTypeCode, Buffers> byCode = new HashMap<>();
    private final Map<String, Buffers> byEmrType = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Spacing(Clinic clinic, VisitTypeCode wanted) {
        this.wanted = clinic.visitType(wanted).map(VisitType::buffers).orElse(Buffers.NONE);
        for (VisitType type : clinic.visitTypes()) {
            byCode.put(type.code(), type.buffers());
            byEmrType.putIfAbsent(type.emrType(), type.buffers());
        }
    }

    /**
     * What is kept free around something.
     *
     * @param before in seconds, before it
     * @param after in seconds, after it
     */
    record Around(long before, long after) {
        /** Around something with buffers of its own, for somebody who wants others. */
        static Around of(Buffers its, Buffers wanted) {
            return new Around(longer(its.before(), wanted.after()), longer(its.after(), wanted.before()));
        }

        private static long longer(Duration one, Duration other) {
            return Math.max(one.toSeconds(), other.toSeconds());
        }

        TimeRange with(TimeRange time) {
            return new TimeRange(time.start().minusSeconds(before), time.end().plusSeconds(after));
        }
    }

    /** Around an appointment of that type of the EMR; one that we do not know keeps nothing free itself. */
    Around around(String emrType) {
        return Around.of(byEmrType.getOrDefault(emrType, Buffers.NONE), wanted);
    }

    /** What an appointment of the EMR takes. */
    TimeRange taken(Appointment appointment) {
        return around(appointment.emrType()).with(appointment.time());
    }

    /** What a hold, a write under way, or a booking not settled takes. */
    TimeRange taken(HoldLedger.Block block) {
        return Around.of(byCode.getOrDefault(block.visitType(), Buffers.NONE), wanted)
                .with(block.time());
    }
}
