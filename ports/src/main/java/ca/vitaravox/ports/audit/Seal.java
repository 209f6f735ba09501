package ca.vitaravox.ports.audit;

import java.time.YearMonth;

/**
 * What bridges entries that left a trail for their age: a run of them that followed each other.
 *
 * @param chain the chain they left
 * @param month in which they were written, in UTC
 * @param first the position of the first
 * @param last the position of the last
 * @param previous the hash of the entry before the first
 * @param hash the hash of the last
 */
public record Seal(ChainName chain, YearMonth month, long first, long last, Hash previous, Hash hash) {}
