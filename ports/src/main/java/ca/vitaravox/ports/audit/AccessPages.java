package ca.vitaravox.ports.audit;

import java.util.List;
import java.util.OptionalLong;

/** Driven port: the trail of access, for whoever may read it. Thread-safe. */
@FunctionalInterface
public interface AccessPages {
    /**
     * Events, the newest first.
     *
     * @param before only those before this position, where a page goes on
     * @param most how many at most
     */
    List<AccessLine> page(AccessQuery query, OptionalLong before, int most);
}
