package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.contract.call.SeenSignaturesContract;

class InMemorySeenSignaturesTest extends SeenSignaturesContract {
    private final InMemorySeenSignatures seen = new InMemorySeenSignatures();

    @Override
    protected SeenSignatures seenSignatures() {
        return seen;
    }
}
