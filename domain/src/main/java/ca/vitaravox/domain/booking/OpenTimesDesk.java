package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.OpenTimes;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks whether a time is among what callers would be offered. Thread-safe. */
final class OpenTimesDesk implements OpenTimes {
    /** More than a provider's day has openings. */
    private static final int ALL_OF_A_DAY = 1_500;

    private final ClinicDirectory clinics;
    private final HoldLedger holds;
    private final OpeningFinder finder;
    private final OwnAppointments own;
    private final RecentReads recent;
    private final InstantSource clock;

    OpenTimesDesk(
            ClinicDirectory clinics,
            HoldLedger holds,
            OpeningFinder finder,
            OwnAppointments own,
            RecentReads recent,
            InstantSource clock) {
        this.clinics = clinics;
        this.holds = holds;
        this.finder = finder;
        this.own = own;
        this.recent = recent;
        this.clock = clock;
    }

    @Override
    public Answer within(CallContext call, Question question, boolean anew) {
        Clinic clinic = clinics.clinic(call.clinic());
        Optional<Provider> provider = clinic.provider(question.provider()).filter(Provider::bookable);
        Optional<VisitType> visitType = clinic.visitType(question.visitType());
        if (provider.isEmpty() || visitType.isEmpty()) {
            return new Answer.NotOpen();
        }
        boolean blocked = !holds.blocks(call.clinic(), Set.of(question.provider()), question.stretch(), clock.instant())
                .isEmpty();
        if (blocked) {
            return new Answer.Blocked();
        }
        if (anew) {
            recent.forget(call.clinic());
        }
        return finder
                .earliest(
                        call,
                        clinic,
                        own.knowing(call, wanted(clinic, question, provider.get(), visitType.get())),
                        ALL_OF_A_DAY,
                        ALL_OF_A_DAY)
                .stream()
                .map(Opening::time)
                .filter(time -> isWithin(time, question.stretch()))
                .findFirst()
                .<Answer>map(Answer.Open::new)
                .orElseGet(Answer.NotOpen::new);
    }

    private static Wanted wanted(Clinic clinic, Question question, Provider provider, VisitType visitType) {
        LocalDate first = LocalDate.ofInstant(question.stretch().start(), clinic.zone());
        LocalDate last = LocalDate.ofInstant(question.stretch().end(), clinic.zone());
        return new Wanted(
                visitType,
                List.of(provider),
                first,
                last,
                PartOfDay.ANY,
                Set.of(),
                question.visitor().map(Visitor::of).orElse(Visitor.ANYBODY),
                question.moving());
    }

    private static boolean isWithin(TimeRange time, TimeRange stretch) {
        return !time.start().isBefore(stretch.start()) && !time.end().isAfter(stretch.end());
    }
}
