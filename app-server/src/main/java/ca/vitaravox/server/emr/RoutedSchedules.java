package ca.vitaravox.server.emr;

import ca.vitaravox.domain.booking.CodedWork;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.EmrSchedules;
import ca.vitaravox.ports.booking.EmrSchedules.EmrSchedule;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The schedule that each clinic goes by: its EMR's own, if it settled on that and is live; else the one kept here. One that
 * settled on its EMR's and cannot reach it has none, and is told so. Thread-safe.
 */
public final class RoutedSchedules implements Schedules {
    private final EmrSwitchboard emrs;
    private final EmrSchedules settled;
    private final Schedules kept;
    private final ClinicDirectory clinics;
    private final InstantSource clock;

    /**
     * Schedules over this switchboard.
     *
     * @param settled what clinics settled on
     * @param kept the schedules kept here
     */
    public RoutedSchedules(
            EmrSwitchboard emrs, EmrSchedules settled, Schedules kept, ClinicDirectory clinics, InstantSource clock) {
        this.emrs = emrs;
        this.settled = settled;
        this.kept = kept;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Override
    public List<WorkingTime> working(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        EmrSchedule schedule = settled.schedule(clinic);
        if (!schedule.inUse()) {
            return kept.working(clinic, providers, first, last, deadline);
        }
        Optional<List<WorkingTime>> itsEmrs = emrs.ask(
                clinic,
                emr -> emr.isDemo()
                        ? Optional.empty()
                        : Optional.of(read(clinic, emr, schedule, providers, first, last, deadline)));
        return itsEmrs.orElseGet(() -> kept.working(clinic, providers, first, last, deadline));
    }

    private List<WorkingTime> read(
            ClinicId clinic,
            ClinicEmr emr,
            EmrSchedule schedule,
            Set<ProviderId> providers,
            LocalDate first,
            LocalDate last,
            Deadline deadline) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), clinics.clinic(clinic).zone());
        LocalDate from = first.isBefore(today) ? today : first;
        if (last.isBefore(from)) {
            return List.of();
        }
        return new CodedWork(schedule.codes())
                .on(
                        today,
                        emr.times()
                                .orElseThrow(() -> new EmrUnavailableException("the EMR of " + clinic
                                        + " is not asked for schedules: it has no log-in for it"))
                                .times(clinic, providers, from, last, deadline));
    }
}
