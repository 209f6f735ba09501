package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Provider;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells callers whom they may book, and from which day. Thread-safe. */
final class ProviderListDesk implements ProviderList {
    private final ClinicDirectory clinics;
    private final SpokenWishes wishes;
    private final OpeningFinder finder;
    private final InstantSource clock;

    ProviderListDesk(ClinicDirectory clinics, SpokenWishes wishes, OpeningFinder finder, InstantSource clock) {
        this.clinics = clinics;
        this.wishes = wishes;
        this.finder = finder;
        this.clock = clock;
    }

    @Override
    public Listing list(CallContext call, Optional<String> name, Optional<Boolean> accepting) {
        Clinic clinic = clinics.clinic(call.clinic());
        List<Provider> asked =
                name.map(said -> wishes.named(clinic, said)).orElseGet(clinic::bookableProviders).stream()
                        .filter(provider -> accepting
                                .map(wish -> wish == provider.acceptingNewPatients())
                                .orElse(true))
                        .toList();
        List<Provider> first = asked.stream().limit(MOST_TOLD).toList();
        Map<Provider, LocalDate> openDays = openDays(call, clinic, first);
        return new Listing(
                first.stream()
                        .map(provider -> new Entry(provider, Optional.ofNullable(openDays.get(provider))))
                        .toList(),
                asked.size() > first.size());
    }

    /** The first open day of each provider; none for those with no opening, none at all without the EMR. */
    private Map<Provider, LocalDate> openDays(CallContext call, Clinic clinic, List<Provider> providers) {
        Window window = Window.of(clinic, clock.instant());
        Wanted wanted = new Wanted(
                clinic.visitType(clinic.defaultVisitType()).orElseThrow(),
                providers,
                window.first(),
                window.last(),
                PartOfDay.ANY,
                Set.of(),
                Visitor.ANYBODY,
                Optional.empty());
        try {
            return finder.firstDays(call, clinic, wanted);
        } catch (EmrUnavailableException e) {
            return Map.of();
        }
    }
}
