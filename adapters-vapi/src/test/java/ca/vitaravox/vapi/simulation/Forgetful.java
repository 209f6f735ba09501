package ca.vitaravox.vapi.simulation;

import ca.vitaravox.ports.call.ToolReplies;
import java.time.Instant;

/** Remembers no answer: whoever comes executes. */
final class Forgetful implements ToolReplies {
    @Override
    public Claim claim(Key key, String request, Instant now, Instant until) {
        return new Claim.Yours();
    }

    @Override
    public void remember(Key key, Instant until, String answer, Instant now) {
        // what for
    }

    @Override
    public void forget(Key key, Instant until) {
        // nothing to forget
    }
}
