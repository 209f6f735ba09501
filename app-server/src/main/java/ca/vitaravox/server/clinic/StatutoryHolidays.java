package ca.vitaravox.server.clinic;

import ca.vitaravox.ports.clinic.Holidays;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Province;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Statutory holidays as the library Jollyday knows them: its public holidays, without those it calls bank holidays,
 * which employers may keep or not (Alberta's Heritage Day, Ontario's Civic Holiday, Easter Monday). It was compared with
 * the provinces' lists for 2026 and 2027 and is right for both; it has British Columbia's National Day for Truth and
 * Reconciliation in the years before 2023 as well, when it was none yet. Thread-safe.
 */
public final class StatutoryHolidays implements Holidays {
    private final CompletableFuture<HolidayManager> library;
    private final Map<ProvinceYear, Map<LocalDate, Optional<HolidayName>>> known = new ConcurrentHashMap<>();

    /** Loads the library, which takes a moment, on {@code loader}; whoever asks before waits for it. */
    public StatutoryHolidays(Executor loader) {
        library = CompletableFuture.supplyAsync(
                () -> HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.CANADA)), loader);
    }

    private record ProvinceYear(Province province, int year) {}

    @Override
    public Optional<String> on(Province province, LocalDate day, Language language) {
        return known.computeIfAbsent(new ProvinceYear(province, day.getYear()), this::find)
                .getOrDefault(day, Optional.empty())
                .map(name -> name.spoken(language));
    }

    private Map<LocalDate, Optional<HolidayName>> find(ProvinceYear wanted) {
        return library
                .join()
                .getHolidays(Year.of(wanted.year()), HolidayType.PUBLIC_HOLIDAY, code(wanted.province()))
                .stream()
                .collect(Collectors.toUnmodifiableMap(
                        Holiday::getDate, each -> HolidayName.of(wanted.province(), each.getPropertiesKey())));
    }

    /** The library's word for a province, from ISO 3166-2. */
    private static String code(Province province) {
        return switch (province) {
            case BRITISH_COLUMBIA -> "bc";
            case ALBERTA -> "ab";
            case ONTARIO -> "on";
        };
    }
}
