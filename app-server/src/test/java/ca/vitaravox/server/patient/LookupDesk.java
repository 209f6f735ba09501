package ca.vitaravox.server.patient;

import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.domain.audit.InMemoryAuditTrail;
import ca.vitaravox.domain.clinic.InMemoryClinics;
import ca.vitaravox.domain.patient.CallerCharts;
import ca.vitaravox.domain.patient.HeardNames;
import ca.vitaravox.domain.patient.InMemoryConsentRequests;
import ca.vitaravox.domain.patient.InMemoryFailedAttempts;
import ca.vitaravox.domain.patient.InMemoryIdentityLedger;
import ca.vitaravox.domain.patient.InMemoryKnownCallers;
import ca.vitaravox.domain.patient.InMemoryRegistrationJournal;
import ca.vitaravox.domain.patient.PatientUseCases;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup.ByName;
import ca.vitaravox.ports.patient.PatientName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real search for callers, with the phonetics of the server, over charts in memory; each asks in a new hour. */
final class LookupDesk implements Charts {
    private static final ClinicId CLINIC = new ClinicId("harbourview");

    private final List<Chart> charts = new ArrayList<>();
    private Instant now = Instant.parse("2026-09-15T16:00:00Z");
    private int calls;
    private final PatientUseCases desk = PatientUseCases.of(new PatientUseCases.Needs(
            new InMemoryClinics(),
            new CallerCharts(this, new CallTrail(new InMemoryAuditTrail(), () -> now), () -> now),
            new HeardNames(new PhoneticNames()),
            new InMemoryIdentityLedger(),
            new InMemoryFailedAttempts(),
            new InMemoryRegistrationJournal(),
            new InMemoryConsentRequests(),
            new InMemoryKnownCallers(),
            KeyedFingerprints.from("a secret of this test"),
            new CallTrail(new InMemoryAuditTrail(), () -> now),
            () -> now,
            length -> {}));

    void onFile(int number, PatientName name, LocalDate born) {
        charts.add(new Chart(
                new PatientId("" + number), name, born, Optional.empty(), List.of(), Optional.empty(), false, false));
    }

    /** The number of the chart that somebody is found by name and date of birth to have. */
    Optional<Integer> finds(PatientName heard, LocalDate born) {
        // no limit has anything to do with this
        now = now.plusSeconds(90_000);
        CallContext call = new CallContext(
                CLINIC,
                new CallId("call-" + ++calls),
                Optional.empty(),
                Language.ENGLISH,
                new Deadline(now.plusSeconds(4)));
        LookupResult result =
                desk.lookup().byName(call, new ByName(heard, Optional.of(born), Optional.empty(), Relationship.SELF));
        return result instanceof LookupResult.Identified found
                ? Optional.of(Integer.valueOf(found.patient().value()))
                : Optional.empty();
    }

    @Override
    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
        return query instanceof ChartQuery.BornOn born
                ? charts.stream()
                        .filter(chart -> chart.birthDate().equals(born.date()))
                        .toList()
                : List.of();
    }

    @Override
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
        return charts.stream().filter(chart -> chart.id().equals(patient)).findFirst();
    }

    @Override
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
        return new ChartResult.NotMade("nobody registers here");
    }
}
