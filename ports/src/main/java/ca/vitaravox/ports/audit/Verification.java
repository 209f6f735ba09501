package ca.vitaravox.ports.audit;

import java.util.Collection;

/** Whether the trails are as they were written. */
public interface Verification {
    /**
     * Walks a chain from its first entry to its last, while others may be added.
     *
     * @param anchors heads that were written down elsewhere, of any chains
     */
    Verdict verify(ChainName chain, Collection<Head> anchors);

    /** What was found. */
    sealed interface Verdict {
        /**
         * It is as it was written.
         *
         * @param head its last entry
         * @param entries how many entries were checked
         * @param retired how many have left for their age
         * @param anchors how many anchors agreed
         */
        record Intact(Head head, long entries, long retired, int anchors) implements Verdict {}

        /**
         * It is not.
         *
         * @param chain which chain
         * @param position of the first bad entry
         * @param fault what is wrong there
         */
        record Broken(ChainName chain, long position, Fault fault) implements Verdict {}
    }

    /** What can be wrong with an entry. */
    enum Fault {
        /** It does not say what its hash was made of, or is in another place or chain. */
        ALTERED,
        /** It does not follow the entry before it. */
        UNLINKED,
        /** It is gone, and no seal says why. */
        MISSING,
        /** There are two in its place. */
        DOUBLE,
        /** It is gone with all after it: the head of the chain, or an anchor, is further on. */
        CUT_OFF,
        /** The entries up to it are others than those an anchor was made of. */
        REWRITTEN,
        /** A seal says it left for its age, but it was too young. */
        RETIRED_EARLY,
        /** Its hash is made in a form that this program does not know. */
        UNKNOWN_FORM
    }
}
