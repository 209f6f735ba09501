package ca.vitaravox.domain.clinic;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.ClinicStatus;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.OpenHours;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells whether a clinic is open, by its hours, closed days and closed parts of days in its own zone. Thread-safe. */
public final class ClinicDesk implements ClinicInfo {
    private static final int DAYS_LOOKED_AHEAD = 14;

    private final ClinicDirectory clinics;
    private final ClosedDays closedDays;
    private final InstantSource clock;

    /** A desk that reads settings from {@code clinics} and the time from {@code clock}. */
    public ClinicDesk(ClinicDirectory clinics, ClosedDays closedDays, InstantSource clock) {
        this.clinics = clinics;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    @Override
    public Clinic clinic(ClinicId id) {
        return clinics.clinic(id);
    }

    @Override
    public ClinicStatus status(ClinicId id, Language language) {
        Clinic clinic = clinics.clinic(id);
        ZonedDateTime now = clock.instant().atZone(clinic.zone());
        Optional<String> reason = closedDays
                .reason(clinic, now.toLocalDate(), language)
                .or(() -> clinic.closedAt(now.toLocalDateTime()).map(Closure::reason));
        boolean open = isOpen(clinic, now.toLocalDateTime());
        Optional<ZonedDateTime> opensNext = open ? Optional.empty() : opensAfter(clinic, now);
        return new ClinicStatus(clinic, open, opensNext, reason);
    }

    private boolean isOpen(Clinic clinic, LocalDateTime time) {
        return hoursOn(clinic, time.toLocalDate()).stream().anyMatch(hours -> hours.contains(time.toLocalTime()))
                && clinic.closedAt(time).isEmpty();
    }

    private Optional<ZonedDateTime> opensAfter(Clinic clinic, ZonedDateTime now) {
        for (int ahead = 0; ahead <= DAYS_LOOKED_AHEAD; ahead++) {
            Optional<ZonedDateTime> opening = mayOpen(clinic, now.toLocalDate().plusDays(ahead))
                    .filter(time -> isOpen(clinic, time))
                    .map(time -> time.atZone(clinic.zone()))
                    .filter(now::isBefore)
                    .min(Comparator.naturalOrder());
            if (opening.isPresent()) {
                return opening;
            }
        }
        return Optional.empty();
    }

    /** When it opens on a day unless something else keeps it shut: its hours begin, or a closed part of the day ends. */
    private Stream<LocalDateTime> mayOpen(Clinic clinic, LocalDate day) {
        Stream<LocalDateTime> hours = hoursOn(clinic, day).stream().map(each -> day.atTime(each.open()));
        Stream<LocalDateTime> parts = clinic.closures().stream()
                .filter(each -> each.provider().isEmpty() && each.includes(day))
                .flatMap(each -> each.hours().stream())
                .map(part -> part.end(day));
        return Stream.concat(hours, parts);
    }

    private List<OpenHours> hoursOn(Clinic clinic, LocalDate day) {
        return closedDays.reason(clinic, day, Language.ENGLISH).isPresent()
                ? List.of()
                : clinic.hours().getOrDefault(day.getDayOfWeek(), List.of());
    }
}
