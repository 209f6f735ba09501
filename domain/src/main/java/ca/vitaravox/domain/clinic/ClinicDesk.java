package ca.vitaravox.domain.clinic;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.ClinicStatus;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.OpenHours;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Tells whether a clinic is open, by its hours and closures in its own zone. Thread-safe. */
public final class ClinicDesk implements ClinicInfo {
    private static final int DAYS_LOOKED_AHEAD = 14;

    private final ClinicDirectory clinics;
    private final InstantSource clock;

    /** A desk that reads settings from {@code clinics} and the time from {@code clock}. */
    public ClinicDesk(ClinicDirectory clinics, InstantSource clock) {
        this.clinics = clinics;
        this.clock = clock;
    }

    @Override
    public ClinicStatus status(ClinicId id) {
        Clinic clinic = clinics.clinic(id);
        ZonedDateTime now = clock.instant().atZone(clinic.zone());
        Optional<Closure> closure = clinic.closedOn(now.toLocalDate());
        boolean open = hoursOn(clinic, now.toLocalDate()).stream().anyMatch(hours -> hours.contains(now.toLocalTime()));
        Optional<ZonedDateTime> opensNext = open ? Optional.empty() : opensAfter(clinic, now);
        return new ClinicStatus(clinic, open, opensNext, closure.map(Closure::reason));
    }

    private static Optional<ZonedDateTime> opensAfter(Clinic clinic, ZonedDateTime now) {
        for (int ahead = 0; ahead <= DAYS_LOOKED_AHEAD; ahead++) {
            LocalDate day = now.toLocalDate().plusDays(ahead);
            Optional<ZonedDateTime> opening = hoursOn(clinic, day).stream()
                    .map(hours -> day.atTime(hours.open()).atZone(clinic.zone()))
                    .filter(now::isBefore)
                    .findFirst();
            if (opening.isPresent()) {
                return opening;
            }
        }
        return Optional.empty();
    }

    private static List<OpenHours> hoursOn(Clinic clinic, LocalDate day) {
        return clinic.closedOn(day).isPresent()
                ? List.of()
                : clinic.hours().getOrDefault(day.getDayOfWeek(), List.of());
    }
}
