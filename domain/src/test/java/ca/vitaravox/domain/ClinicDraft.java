package ca.vitaravox.domain;

import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.Province;
import ca.vitaravox.ports.clinic.VisitType;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A clinic's settings while a test changes them. */
public final class ClinicDraft {
    public Map<DayOfWeek, List<OpenHours>> hours;
    public boolean acceptingNewPatients;
    public List<Closure> closures;
    public List<Provider> providers;
    public List<VisitType> visitTypes;
    public BookingPolicy policy;
    public Optional<Province> holidays;
    public boolean keepsTranscripts;
    private final Clinic before;

    ClinicDraft(Clinic before) {
        this.before = before;
        this.hours = before.hours();
        this.acceptingNewPatients = before.acceptingNewPatients();
        this.closures = before.closures();
        this.providers = before.providers();
        this.visitTypes = before.visitTypes();
        this.policy = before.policy();
        this.holidays = before.holidays();
        this.keepsTranscripts = before.keepsTranscripts();
    }

    Clinic clinic() {
        return new Clinic(
                before.id(),
                before.name(),
                before.phone(),
                before.address(),
                before.zone(),
                before.languages(),
                acceptingNewPatients,
                before.waitlistEnabled(),
                before.greeting(),
                hours,
                closures,
                providers,
                visitTypes,
                before.defaultVisitType(),
                policy,
                holidays,
                keepsTranscripts);
    }
}
