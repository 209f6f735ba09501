package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Understands what is asked for, finds it, offers it; else offers the nearest there is. Thread-safe. */
final class OpeningSearchDesk implements OpeningSearch {
    private final ClinicDirectory clinics;
    private final IdentityLedger identities;
    private final ToldAppointments told;
    private final SpokenWishes wishes;
    private final SlotOffers offers;
    private final OwnAppointments own;
    private final InstantSource clock;

    OpeningSearchDesk(
            ClinicDirectory clinics,
            IdentityLedger identities,
            ToldAppointments told,
            SpokenWishes wishes,
            SlotOffers offers,
            OwnAppointments own,
            InstantSource clock) {
        this.clinics = clinics;
        this.identities = identities;
        this.told = told;
        this.wishes = wishes;
        this.offers = offers;
        this.own = own;
        this.clock = clock;
    }

    @Override
    public Result find(CallContext call, Query query) {
        try {
            return find(call, clinics.clinic(call.clinic()), query);
        } catch (EmrUnavailableException e) {
            return new Result.EmrUnavailable();
        }
    }

    private Result find(CallContext call, Clinic clinic, Query query) {
        if (wishes.visitType(clinic, query.visitType()).isEmpty()) {
            return new Result.VisitTypeUnknown(clinic.visitTypes());
        }
        List<Provider> providers = wishes.providers(clinic, query.provider(), query.providerName());
        boolean oneAsked = query.provider().isPresent() || query.providerName().isPresent();
        if (oneAsked && providers.size() != 1) {
            return new Result.ProviderNotFound(providers.isEmpty() ? clinic.bookableProviders() : providers);
        }
        Optional<Identification> identified =
                query.patient().flatMap(patient -> identities.identified(call.clinic(), call.call(), patient));
        if (query.patient().isPresent() && identified.isEmpty()) {
            return new Result.NotIdentified();
        }
        if (query.moving().isPresent() && movedFor(call, query).isEmpty()) {
            return new Result.AppointmentNotFound();
        }
        Window window = Window.of(clinic, clock.instant());
        LocalDate first = later(query.earliest().orElse(window.first()), window.first());
        LocalDate last = earlier(query.latest().orElse(window.last()), window.last());
        if (first.isAfter(last)) {
            return new Result.OutsideWindow(window.first(), window.last());
        }
        Optional<VisitType> visitType = visitType(call, clinic, query);
        if (visitType.isEmpty()) {
            return new Result.VisitTypeUnknown(clinic.visitTypes());
        }
        Visitor visitor = identified.map(Visitor::of).orElse(Visitor.ANYBODY);
        Wanted wanted = new Wanted(
                visitType.get(),
                ownFirst(providers, visitor.familyProvider()),
                first,
                last,
                query.partOfDay(),
                query.weekdays(),
                visitor,
                query.moving());
        return offer(call, clinic, own.knowing(call, wanted), window);
    }

    /**
     * What the visit is for: what was said; else what the appointment about to be moved is for, which only the patient
     * may hear, so that others have to say it; else the clinic's default.
     */
    private Optional<VisitType> visitType(CallContext call, Clinic clinic, Query query) {
        Optional<VisitType> said = wishes.visitType(clinic, query.visitType());
        if (query.visitType().isPresent() || query.moving().isEmpty()) {
            return said;
        }
        return movedFor(call, query)
                .flatMap(patient -> identities.identified(call.clinic(), call.call(), patient))
                .filter(caller -> caller.relationship() == Relationship.SELF)
                .flatMap(caller -> own.find(
                                call, caller.patient(), query.moving().get())
                        .flatMap(appointment -> clinic.visitTypeOfEmr(appointment.emrType()))
                        .or(() -> said));
    }

    private Result offer(CallContext call, Clinic clinic, Wanted wanted, Window window) {
        SlotOffers.Offered offered = offers.offerAndHold(call, clinic, wanted);
        if (!offered.slots().isEmpty()) {
            Optional<Instant> heldUntil =
                    offered.held() ? Optional.of(clock.instant().plus(HoldLedger.HOLD)) : Optional.empty();
            return new Result.Offered(offered.slots(), heldUntil);
        }
        return new Result.Nothing(nearest(call, clinic, wanted, window));
    }

    /** The nearest outside what was asked for; none where the EMR falls silent, for what was asked is answered. */
    private List<BookableSlot> nearest(CallContext call, Clinic clinic, Wanted wanted, Window window) {
        try {
            for (Wanted wider : wider(wanted, clinic.bookableProviders(), window)) {
                List<BookableSlot> slots = offers.offer(call, clinic, wider);
                if (!slots.isEmpty()) {
                    return slots;
                }
            }
            return List.of();
        } catch (EmrUnavailableException e) {
            return List.of();
        }
    }

    /** At any time from then on, with the same provider, then with any; then with any before. */
    private static List<Wanted> wider(Wanted wanted, List<Provider> everybody, Window window) {
        Wanted later = wanted.atAnyTime(window.last());
        Wanted laterWithAny = later.with(everybody);
        List<Wanted> wider = new ArrayList<>(List.of(later));
        if (wanted.providers().size() < laterWithAny.providers().size()) {
            wider.add(laterWithAny);
        }
        if (wanted.first().isAfter(window.first())) {
            wider.add(laterWithAny.between(window.first(), wanted.first().minusDays(1)));
        }
        return wider;
    }

    /** Whose appointment is to be moved, if this call was told of it and openings are looked for that patient. */
    private Optional<PatientId> movedFor(CallContext call, Query query) {
        return query.moving()
                .flatMap(appointment -> told.told(call.clinic(), call.call(), appointment))
                .map(ToldAppointments.Told::patient)
                .filter(whose ->
                        query.patient().isEmpty() || query.patient().get().equals(whose));
    }

    private static List<Provider> ownFirst(List<Provider> providers, Optional<ProviderId> own) {
        return own.isEmpty()
                ? providers
                : providers.stream()
                        .sorted((one, other) -> Boolean.compare(
                                other.id().equals(own.get()), one.id().equals(own.get())))
                        .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
