package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Audience;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.PatientId;
import java.util.List;
import java.util.Optional;

/**
 * For whom openings are looked for, or a slot is booked.
 *
 * @param identified the patient, as identified in the call; empty while nobody was named
 * @param appointments when the patient has appointments already
 */
record Visitor(Optional<Identification> identified, List<TimeRange> appointments) {
    static final Visitor ANYBODY = new Visitor(Optional.empty(), List.of());

    static Visitor of(Identification identified) {
        return new Visitor(Optional.of(identified), List.of());
    }

    /** The same, who has appointments at these times. */
    Visitor elsewhere(List<TimeRange> times) {
        return new Visitor(identified, times);
    }

    boolean isFree(TimeRange time) {
        return appointments.stream().noneMatch(time::overlaps);
    }

    Optional<PatientId> patient() {
        return identified.map(Identification::patient);
    }

    /** The provider who usually sees the patient. */
    Optional<ProviderId> familyProvider() {
        return identified.flatMap(Identification::familyProvider);
    }

    /** Whether the provider sees such a visitor for this visit type. Whoever was identified is a patient here. */
    boolean maySee(Provider provider, VisitTypeCode visitType) {
        Optional<Audience> audience = provider.audience(visitType);
        return audience.isPresent()
                && switch (audience.get()) {
                    case EVERYONE -> true;
                    case EXISTING_PATIENTS -> identified.isPresent();
                    case OWN_PATIENTS -> familyProvider().equals(Optional.of(provider.id()));
                };
    }
}
