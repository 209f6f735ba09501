package ca.vitaravox.ports.audit;

/**
 * Where a chain ends, or ended at some time: what is written down elsewhere as an anchor, so that nobody can rewrite or
 * cut off what was there then without being found out.
 *
 * @param chain which chain
 * @param position of its last entry, from 1; 0 while there is none
 * @param hash of its last entry; {@link Hash#NONE} while there is none
 */
public record Head(ChainName chain, long position, Hash hash) {
    /** The head of a chain without entries. */
    public static Head before(ChainName chain) {
        return new Head(chain, 0, Hash.NONE);
    }
}
