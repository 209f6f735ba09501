package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.OpenTimes;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How questions about time are asked for somebody who waits. */
final class Line {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final CallId NO_CALL = new CallId("waitlist");

    private Line() {}

    /** The frame of questions that nobody on the phone asks. */
    static CallContext ofServer(ClinicId clinic, Instant now) {
        return new CallContext(
                clinic, NO_CALL, Optional.empty(), Language.ENGLISH, Deadline.ofWork(now.plus(PATIENCE)));
    }

    /** Whether some of this stretch can be booked for them. */
    static OpenTimes.Question question(WaitlistEntry entry, ProviderId provider, TimeRange stretch) {
        Optional<Identification> visitor = entry.person()
                .patient()
                .map(patient -> new Identification(
                        patient,
                        IdentityLevel.CALLER_ID,
                        Relationship.SELF,
                        entry.person().familyProvider()));
        return new OpenTimes.Question(
                visitor,
                entry.instead().map(WaitlistEntry.Instead::appointment),
                provider,
                entry.wish().visitType(),
                stretch);
    }

    /** Whether what is offered can be booked for them. */
    static OpenTimes.Question question(WaitlistEntry entry, Offer offer) {
        return question(entry, offer.provider(), offer.time());
    }
}
