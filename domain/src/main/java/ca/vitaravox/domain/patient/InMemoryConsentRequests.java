package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.Consent;
import ca.vitaravox.ports.patient.ConsentRequests;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps in memory what callers were to be asked: for tests, and for a tool that is one process. */
public final class InMemoryConsentRequests implements ConsentRequests {
    private final Map<Call, Consent> open = new HashMap<>();
    private final Map<Agreeing, Consent> agreed = new HashMap<>();

    /** Nothing was asked yet. */
    public InMemoryConsentRequests() {}

    private record Call(ClinicId clinic, CallId call) {}

    private record Agreeing(Call call, String person) {}

    @Override
    public synchronized void ask(ClinicId clinic, CallId call, Consent words, Instant now) {
        open.put(new Call(clinic, call), words);
    }

    @Override
    public synchronized Optional<Consent> agree(ClinicId clinic, CallId call, String person) {
        Call asked = new Call(clinic, call);
        return Optional.ofNullable(agreed.computeIfAbsent(new Agreeing(asked, person), anew -> open.remove(asked)));
    }
}
