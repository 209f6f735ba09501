package ca.vitaravox.domain.audit;

import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.audit.Verification;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Walks chains page by page, however long they are. Thread-safe. */
public final class ChainVerifier implements Verification {
    private static final int PAGE = 1_000;

    private final Chains chains;
    private final InstantSource clock;

    /** Walks these chains; whether what was sealed was old enough to leave is judged by {@code clock}. */
    public ChainVerifier(Chains chains, InstantSource clock) {
        this.chains = chains;
        this.clock = clock;
    }

    @Override
    public Verdict verify(ChainName chain, Collection<Head> anchors) {
        // what is added from now on comes after this head
        ChainWalk walk = new ChainWalk(chains, clock.instant(), chains.head(chain), anchors);
        long first = Long.MIN_VALUE;
        while (true) {
            List<Link> page = chains.links(chain, first, PAGE);
            boolean last = page.size() < PAGE;
            // the last of a full page begins the next: a second one in its place is seen then
            for (Link link : last ? page : page.subList(0, PAGE - 1)) {
                Optional<Verdict.Broken> broken = walk.step(link);
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
            if (last) {
                return walk.end();
            }
            first = page.get(PAGE - 1).position();
        }
    }
}
