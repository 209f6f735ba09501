package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps known callers in memory for as long as it lives: for tests, and for a tool that is one process. */
public final class InMemoryKnownCallers implements KnownCallers {
    /** The latest last. */
    private final List<Known> known = new ArrayList<>();

    /** Knows nobody. */
    public InMemoryKnownCallers() {}

    private record Known(ClinicId clinic, String number, PatientId patient, Instant seen) {
        boolean isOf(ClinicId ofClinic, String ofNumber) {
            return clinic.equals(ofClinic) && number.equals(ofNumber);
        }
    }

    @Override
    public synchronized List<PatientId> of(ClinicId clinic, String number, Instant now) {
        return known.stream()
                .filter(each ->
                        each.isOf(clinic, number) && each.seen.plus(KEPT).isAfter(now))
                .sorted(Comparator.comparing(Known::seen).reversed())
                .limit(MOST)
                .map(Known::patient)
                .toList();
    }

    @Override
    public synchronized void seen(ClinicId clinic, String number, PatientId patient, Instant now) {
        known.removeIf(each -> each.isOf(clinic, number) && each.patient.equals(patient));
        known.add(new Known(clinic, number, patient, now));
        known.stream()
                .filter(each -> each.isOf(clinic, number))
                .sorted(Comparator.comparing(Known::seen).reversed())
                .skip(MOST)
                .toList()
                .forEach(known::remove);
    }

    @Override
    public synchronized void forget(ClinicId clinic, PatientId patient) {
        known.removeIf(each -> each.clinic.equals(clinic) && each.patient.equals(patient));
    }

    @Override
    public synchronized void forgetAll(ClinicId clinic) {
        known.removeIf(each -> each.clinic.equals(clinic));
    }
}
