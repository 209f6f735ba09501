package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.EmrSchedules;
import ca.vitaravox.ports.booking.ScheduleSettings;
import ca.vitaravox.ports.booking.SetUp;
import ca.vitaravox.ports.booking.SetUpChecks;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrConnections;
import ca.vitaravox.ports.clinic.EmrConnections.History;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Looks through a clinic's settings for what callers would miss. */
public final class SetUpDesk implements SetUp {
    private final ClinicDirectory clinics;
    private final ScheduleSettings schedules;
    private final EmrSchedules emrSchedules;
    private final ClinicEmrs emrs;
    private final EmrConnections connections;
    private final SetUpChecks checks;

    /**
     * The set-up of these clinics.
     *
     * @param checks asks whoever has a part in it outside
     */
    public SetUpDesk(
            ClinicDirectory clinics,
            ScheduleSettings schedules,
            EmrSchedules emrSchedules,
            ClinicEmrs emrs,
            EmrConnections connections,
            SetUpChecks checks) {
        this.clinics = clinics;
        this.schedules = schedules;
        this.emrSchedules = emrSchedules;
        this.emrs = emrs;
        this.connections = connections;
        this.checks = checks;
    }

    @Override
    public List<Lack> lacking(ClinicId id) {
        Clinic clinic = clinics.clinic(id);
        List<Lack> lacking = new ArrayList<>();
        if (clinics.lines(id).isEmpty()) {
            lacking.add(new Lack(Reason.NO_NUMBER));
        }
        if (clinic.hours().values().stream().allMatch(List::isEmpty)) {
            lacking.add(new Lack(Reason.NO_HOURS));
        }
        if (clinic.bookableProviders().isEmpty()) {
            lacking.add(new Lack(Reason.NOBODY_TO_BOOK));
            lacking.add(new Lack(Reason.NO_WEEKS));
        } else if (!emrSchedules.schedule(id).inUse()) {
            ofWeeks(clinic, schedules.everybodys(id), lacking);
        }
        ofEmr(id, emrs.emr(id).settings(), lacking);
        if (!checks.hasAssistant(id)) {
            lacking.add(new Lack(Reason.NO_ASSISTANT));
        }
        return lacking;
    }

    private static void ofWeeks(Clinic clinic, Map<ProviderId, List<WeeklyShift>> weeks, List<Lack> lacking) {
        List<Provider> bookable = clinic.bookableProviders();
        bookable.stream()
                .filter(provider -> weeks.getOrDefault(provider.id(), List.of()).isEmpty())
                .forEach(provider -> lacking.add(new Lack(Reason.NO_SCHEDULE, provider.displayName())));
        List<WeeklyShift> shifts = bookable.stream()
                .map(provider -> weeks.getOrDefault(provider.id(), List.of()))
                .flatMap(Collection::stream)
                .toList();
        if (!shifts.isEmpty()) {
            clinic.visitTypes().stream()
                    .filter(type -> shifts.stream().noneMatch(shift -> fits(type, shift)))
                    .forEach(type -> lacking.add(
                            new Lack(Reason.NEVER_OFFERED, type.code().value())));
        }
    }

    private static boolean fits(VisitType type, WeeklyShift shift) {
        return (shift.visitTypes().isEmpty() || shift.visitTypes().contains(type.code()))
                && Duration.between(shift.from(), shift.to()).compareTo(type.length()) >= 0;
    }

    private void ofEmr(ClinicId clinic, EmrSettings emr, List<Lack> lacking) {
        if (emr.kind().equals(EmrSettings.DEMO_KIND)) {
            lacking.add(new Lack(Reason.NO_EMR));
        } else if (emr.credentials().isEmpty()) {
            lacking.add(new Lack(Reason.NOT_CONNECTED));
        } else if (connections
                .history(clinic)
                .map(History::workedAt)
                .filter(worked -> worked.isEmpty())
                .isPresent()) {
            lacking.add(new Lack(Reason.NEVER_WORKED));
        }
    }

    @Override
    public List<Lack> hindrances(ClinicId clinic) {
        List<Lack> lacking = new ArrayList<>(lacking(clinic));
        if (lacking.isEmpty()) {
            checks.emr(clinic).forEach(sentence -> lacking.add(new Lack(Reason.EMR_TROUBLE, sentence)));
            checks.assistant(clinic).forEach(sentence -> lacking.add(new Lack(Reason.ASSISTANT_TROUBLE, sentence)));
        }
        return lacking;
    }
}
