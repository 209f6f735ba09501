package ca.vitaravox.ports.clinic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clinic with its settings, as one consistent snapshot. Immutable.
 *
 * @param id the clinic
 * @param name as spoken
 * @param phone its own number, as told to callers
 * @param address one line, as spoken
 * @param zone the zone its wall clocks show
 * @param languages those its callers may choose, the first the usual one; never empty
 * @param acceptingNewPatients whether new patients can register
 * @param waitlistEnabled whether callers may join the waitlist
 * @param greeting what the assistant opens with, where the clinic has its own words
 * @param hours opening hours by weekday, sorted; a missing day is closed
 * @param closures days off, of the clinic or one provider
 * @param providers everybody patients are booked with, bookable by callers or not
 * @param visitTypes what can be booked; never empty
 * @param defaultVisitType what is booked when the caller names nothing; one of the visit types
 * @param policy the rules for callers' bookings
 * @param holidays the province on whose statutory holidays the clinic is closed, if it observes them
 */
public record Clinic(
        ClinicId id,
        String name,
        PhoneNumber phone,
        String address,
        ZoneId zone,
        List<Language> languages,
        boolean acceptingNewPatients,
        boolean waitlistEnabled,
        Optional<String> greeting,
        Map<DayOfWeek, List<OpenHours>> hours,
        List<Closure> closures,
        List<Provider> providers,
        List<VisitType> visitTypes,
        VisitTypeCode defaultVisitType,
        BookingPolicy policy,
        Optional<Province> holidays) {
    /** Refuses a clinic without language or visit type, or whose default visit type it does not have. */
    public Clinic {
        languages = List.copyOf(languages);
        hours = Map.copyOf(hours);
        closures = List.copyOf(closures);
        providers = List.copyOf(providers);
        visitTypes = List.copyOf(visitTypes);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a clinic speaks at least one language");
        }
        if (visitTypes.stream().noneMatch(type -> type.code().equals(defaultVisitType))) {
            throw new IllegalArgumentException("the default visit type is one of the clinic's visit types");
        }
    }

    /** A clinic that observes no holidays but those among its closures. */
    public Clinic(
            ClinicId id,
            String name,
            PhoneNumber phone,
            String address,
            ZoneId zone,
            List<Language> languages,
            boolean acceptingNewPatients,
            boolean waitlistEnabled,
            Optional<String> greeting,
            Map<DayOfWeek, List<OpenHours>> hours,
            List<Closure> closures,
            List<Provider> providers,
            List<VisitType> visitTypes,
            VisitTypeCode defaultVisitType,
            BookingPolicy policy) {
        this(
                id,
                name,
                phone,
                address,
                zone,
                languages,
                acceptingNewPatients,
                waitlistEnabled,
                greeting,
                hours,
                closures,
                providers,
                visitTypes,
                defaultVisitType,
                policy,
                Optional.empty());
    }

    /** The provider of that id, bookable by callers or not. */
    public Optional<Provider> provider(ProviderId provider) {
        return providers.stream().filter(each -> each.id().equals(provider)).findFirst();
    }

    /** The providers callers may book. */
    public List<Provider> bookableProviders() {
        return providers.stream().filter(Provider::bookable).toList();
    }

    /** The visit type of that code. */
    public Optional<VisitType> visitType(VisitTypeCode code) {
        return visitTypes.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** The visit type the EMR calls by this name. */
    public Optional<VisitType> visitTypeOfEmr(String emrType) {
        return visitTypes.stream()
                .filter(each -> each.emrType().equalsIgnoreCase(emrType))
                .findFirst();
    }

    /** The closure that keeps the whole clinic shut on a day, if any; statutory holidays are not among them. */
    public Optional<Closure> closedOn(LocalDate day) {
        return closures.stream()
                .filter(each -> each.provider().isEmpty() && each.covers(day))
                .findFirst();
    }
}
