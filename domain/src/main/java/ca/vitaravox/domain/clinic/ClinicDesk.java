package ca.vitaravox.domain.clinic;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.ClinicStatus;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.OpenHours;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Tells whether a clinic is open, by its hours and closed days in its own zone. Thread-safe. */
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
        Optional<String> reason = closedDays.reason(clinic, now.toLocalDate(), language);
        boolean open = hoursOn(clinic, now.toLocalDate()).stream().anyMatch(hours -> hours.contains(now.toLocalTime()));
        Optional<ZonedDateTime> opensNext = open ? Optional.empty() : opensAfter(clinic, now);
        return new ClinicStatus(clinic, open, opensNext, reason);
    }

    private Optional<ZonedDateTime> opensAfter(Clinic clinic, ZonedDateTime now) {
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

    private List<OpenHours> hoursOn(Clinic clinic, LocalDate day) {
        return closedDays.reason(clinic, day, Language.ENGLISH).isPresent()
                ? List.of()
                : clinic.hours().getOrDefault(day.getDayOfWeek(), List.of());
    }
}
