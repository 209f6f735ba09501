package ca.vitaravox.server.audit;

import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Head;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the heads of all chains into the log, where the owner of the database cannot change them. Used by one thread.
 */
public final class AnchorLog {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorLog.class);

    private final Chains chains;
    private Set<Head> written = Set.of();

    /** Anchors these chains. */
    public AnchorLog(Chains chains) {
        this.chains = chains;
    }

    /** Writes the heads that moved since the last time. */
    public void write() {
        Set<Head> heads = Set.copyOf(chains.heads());
        heads.stream()
                .filter(head -> !written.contains(head))
                .map(AnchorLine::of)
                .forEach(LOG::info);
        written = heads;
    }
}
