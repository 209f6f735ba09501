package ca.vitaravox.domain.simulation;

/** Ends the thread of an actor who is gone: a server died, or the simulation is over. Nothing it passes may catch it. */
final class Vanished extends Error {
    private static final long serialVersionUID = 1L;

    Vanished() {
        super("gone", null, false, false);
    }
}
