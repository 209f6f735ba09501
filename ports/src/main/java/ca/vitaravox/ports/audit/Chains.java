package ca.vitaravox.ports.audit;

import java.util.List;
import java.util.Optional;

/** Driven port: the chains as they are kept, for whoever checks them. Thread-safe. */
public interface Chains {
    /** Where each chain ends at this moment, by name. */
    List<Head> heads();

    /** Where a chain ends at this moment. */
    Head head(ChainName chain);

    /**
     * Links of a chain by position; two in one place, which should not be, both.
     *
     * @param first the first position wanted
     * @param most how many at most
     */
    List<Link> links(ChainName chain, long first, int most);

    /** The seal of entries that left, of which the first was at this position. */
    Optional<Seal> sealedFrom(ChainName chain, long first);
}
