package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.contract.patient.KnownCallersContract;
import ca.vitaravox.ports.patient.KnownCallers;

class InMemoryKnownCallersTest extends KnownCallersContract {
    private final InMemoryKnownCallers kept = new InMemoryKnownCallers();

    @Override
    protected KnownCallers knownCallers() {
        return kept;
    }
}
