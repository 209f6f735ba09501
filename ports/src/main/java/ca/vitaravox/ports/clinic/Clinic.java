package ca.vitaravox.ports.clinic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
 * @param closures days and parts of days off, of the clinic or one provider
 * @param providers everybody patients are booked with, bookable by callers or not
 * @param visitTypes what can be booked; never empty
 * @param defaultVisitType what is booked when the caller names nothing; one of the visit types
 * @param policy the rules for callers' bookings
 * @param holidays the province on whose statutory holidays the clinic is closed, if it observes them
 * @param keepsTranscripts whether what is said in its calls is kept, word for word; off unless the clinic turns it on
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
        Optional<Province> holidays,
        boolean keepsTranscripts) {
    /** The longest name and address, in characters. */
    public static final int LONGEST_LINE = 200;
    /** The longest greeting, in characters. */
    public static final int LONGEST_GREETING = 500;
    /** The most providers, closures, and visit types a clinic has. */
    public static final int MOST_OF_EACH = 500;

    /**
     * Refuses a clinic without language or visit type, or whose default visit type it does not have; with anything twice;
     * with hours of a day that overlap; and what is beyond the bounds above.
     */
    public Clinic {
        languages = List.copyOf(languages);
        hours = hours.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> OpenHours.ofDay(day.getValue())));
        closures = List.copyOf(closures);
        providers = List.copyOf(providers);
        visitTypes = List.copyOf(visitTypes);
        refuseUnless(
                isLine(name, LONGEST_LINE) && isLine(address, LONGEST_LINE),
                "name and address have 1 to 200 characters");
        refuseUnless(
                greeting.filter(words -> !isLine(words, LONGEST_GREETING)).isEmpty(),
                "a greeting has 1 to 500 characters");
        refuseUnless(!languages.isEmpty(), "a clinic speaks at least one language");
        refuseUnless(Set.copyOf(languages).size() == languages.size(), "each language is named once");
        refuseUnless(
                closures.size() <= MOST_OF_EACH
                        && providers.size() <= MOST_OF_EACH
                        && visitTypes.size() <= MOST_OF_EACH,
                "a clinic has at most 500 closures, providers and visit types");
        refuseUnless(
                providers.stream().map(Provider::id).distinct().count() == providers.size(),
                "each provider is there once");
        refuseUnless(
                visitTypes.stream().map(VisitType::code).distinct().count() == visitTypes.size(),
                "each visit type is there once");
        refuseUnless(
                visitTypes.stream().anyMatch(type -> type.code().equals(defaultVisitType)),
                "the default visit type is one of the clinic's visit types");
    }

    private static void refuseUnless(boolean good, String why) {
        if (!good) {
            throw new IllegalArgumentException(why);
        }
    }

    private static boolean isLine(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    /** A clinic that observes no holidays but those among its closures, and keeps no transcripts. */
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
                Optional.empty(),
                false);
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

    /** The closure that keeps the clinic shut for all of a day, if any; statutory holidays are not among them. */
    public Optional<Closure> closedOn(LocalDate day) {
        return closures.stream()
                .filter(each -> each.provider().isEmpty() && each.covers(day))
                .findFirst();
    }

    /** The closure that keeps the clinic shut when its clocks show this, if any; of the whole day before one of a part. */
    public Optional<Closure> closedAt(LocalDateTime time) {
        return closedOn(time.toLocalDate())
                .or(() -> closures.stream()
                        .filter(each ->
                                each.provider().isEmpty() && each.covers(time.toLocalDate(), time.toLocalTime()))
                        .findFirst());
    }

    /** The same with other opening hours. */
    public Clinic open(Map<DayOfWeek, List<OpenHours>> others) {
        return with(others, closures, holidays, providers, visitTypes, keepsTranscripts);
    }

    /** The same, closed on other days. */
    public Clinic closed(List<Closure> others, Optional<Province> statutory) {
        return with(hours, others, statutory, providers, visitTypes, keepsTranscripts);
    }

    /** The same with other providers; what closures say of those who left goes with them. */
    public Clinic with(List<Provider> others) {
        Set<ProviderId> stay = others.stream().map(Provider::id).collect(Collectors.toSet());
        List<Closure> theirs = closures.stream()
                .filter(each -> each.provider().map(stay::contains).orElse(true))
                .toList();
        return with(hours, theirs, holidays, others, visitTypes, keepsTranscripts);
    }

    /** The same with other visit types. */
    public Clinic offering(List<VisitType> others) {
        return with(hours, closures, holidays, providers, others, keepsTranscripts);
    }

    /** The same, with transcripts of its calls kept or not. */
    public Clinic keepingTranscripts(boolean keeps) {
        return with(hours, closures, holidays, providers, visitTypes, keeps);
    }

    private Clinic with(
            Map<DayOfWeek, List<OpenHours>> when,
            List<Closure> off,
            Optional<Province> statutory,
            List<Provider> who,
            List<VisitType> what,
            boolean transcripts) {
        return new Clinic(
                id,
                name,
                phone,
                address,
                zone,
                languages,
                acceptingNewPatients,
                waitlistEnabled,
                greeting,
                when,
                off,
                who,
                what,
                defaultVisitType,
                policy,
                statutory,
                transcripts);
    }
}
