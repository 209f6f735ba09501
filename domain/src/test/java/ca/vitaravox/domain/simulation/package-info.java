/**
 * The whole reception on a clock of its own. A {@code World} is made of a seed: it opens {@code Servers}, each a reception
 * over the same {@code Ledgers}, lets {@code Caller}s phone and {@code Staff} book beside them, and puts a {@code Network}
 * under some {@code Weather} between the servers and the {@code Truth}, which is what the EMRs have on file. All of them
 * are {@code Actor}s of one {@code Scheduler}: one moves at a time, and whenever it waits the seed decides who goes on.
 * A {@code Switchboard} puts a caller's question through to whoever answers it on a server: to the reception itself, or to
 * what another module puts before it. What callers heard is a {@code Promise}, what servers wrote down are {@code Notes}; after each step the
 * {@code Invariants} compare them with the truth, and once all is quiet {@code InTheEnd} does. {@code Wrong} has
 * receptions that do one thing wrong each and must be found out.
 * {@link ca.vitaravox.domain.simulation.SimulationTest} says how to run and how to repeat a seed.
 */
package ca.vitaravox.domain.simulation;
