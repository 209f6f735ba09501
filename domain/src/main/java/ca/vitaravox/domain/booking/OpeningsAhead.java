package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Reads, when a call begins, what the first search for openings will ask of the EMR: the coming days of everybody who can
 * be booked. Offers and holds nothing. Thread-safe.
 */
public final class OpeningsAhead {
    private final ClinicDirectory clinics;
    private final RecentReads recent;
    private final OpeningFinder finder;
    private final InstantSource clock;

    OpeningsAhead(ClinicDirectory clinics, RecentReads recent, OpeningFinder finder, InstantSource clock) {
        this.clinics = clinics;
        this.recent = recent;
        this.finder = finder;
        this.clock = clock;
    }

    /**
     * Reads as far as a search for the clinic's default visit type would.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer by the call's deadline
     */
    public void read(CallContext call) {
        Clinic clinic = clinics.clinic(call.clinic());
        Window window = Window.of(clinic, clock.instant());
        Wanted wanted = new Wanted(
                clinic.visitType(clinic.defaultVisitType()).orElseThrow(),
                clinic.bookableProviders(),
                window.first(),
                window.last(),
                PartOfDay.ANY,
                Set.of(),
                Visitor.ANYBODY,
                Optional.empty());
        finder.earliest(call, clinic, wanted, OpeningSearch.MOST_OFFERED, OpeningSearch.MOST_OFFERED);
    }

    /** The clinic has another EMR from now on: nothing that any search read of the one before counts any more. */
    public void forget(ClinicId clinic) {
        recent.forget(clinic);
    }
}
