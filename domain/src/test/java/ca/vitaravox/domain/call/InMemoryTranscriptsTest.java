package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.contract.call.TranscriptsContract;

class InMemoryTranscriptsTest extends TranscriptsContract {
    private final Transcripts transcripts = new InMemoryTranscripts();

    @Override
    protected Transcripts transcripts() {
        return transcripts;
    }
}
