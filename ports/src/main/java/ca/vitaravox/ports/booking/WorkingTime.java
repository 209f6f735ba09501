package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * A stretch of one day in which a provider sees patients, in the clinic's wall-clock time.
 *
 * @param provider who works
 * @param from when it begins
 * @param to when it ends, after it began
 * @param visitTypes what may be booked in it; empty for everything
 */
public record WorkingTime(ProviderId provider, LocalDateTime from, LocalDateTime to, Set<VisitTypeCode> visitTypes) {
    /** Refuses a stretch that ends before it begins. */
    public WorkingTime {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("working time ends after it begins");
        }
        visitTypes = Set.copyOf(visitTypes);
    }

    /** Whether a visit type may be booked in it. */
    public boolean allows(VisitTypeCode visitType) {
        return visitTypes.isEmpty() || visitTypes.contains(visitType);
    }
}
