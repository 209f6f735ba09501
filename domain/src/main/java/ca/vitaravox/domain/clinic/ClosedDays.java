package ca.vitaravox.domain.clinic;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.Holidays;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * On which days clinics see nobody: those they say themselves, and the statutory holidays of the province whose
 * holidays they observe. Parts of days are not among them. Thread-safe.
 */
public final class ClosedDays {
    private final Holidays holidays;

    /** Days by these holidays and the clinics' own settings. */
    public ClosedDays(Holidays holidays) {
        this.holidays = holidays;
    }

    /** Why the whole clinic is closed on a day, as spoken; the clinic's own words before a holiday's name. */
    public Optional<String> reason(Clinic clinic, LocalDate day, Language language) {
        return clinic.closedOn(day).map(Closure::reason).or(() -> holiday(clinic, day, language));
    }

    /** Whether a provider sees nobody on a day: the clinic is closed, or they are away. */
    public boolean keepAway(Clinic clinic, ProviderId provider, LocalDate day) {
        // a loop: searches ask this of every working time of a month
        for (Closure closure : clinic.closures()) {
            if (closure.keepsAway(provider, day)) {
                return true;
            }
        }
        return holiday(clinic, day, Language.ENGLISH).isPresent();
    }

    /** The statutory holiday that a day is for a clinic, if it is one. */
    public Optional<String> holiday(Clinic clinic, LocalDate day, Language language) {
        return clinic.holidays().flatMap(province -> holidays.on(province, day, language));
    }
}
