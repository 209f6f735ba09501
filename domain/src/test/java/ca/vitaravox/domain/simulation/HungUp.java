package ca.vitaravox.domain.simulation;

/** The caller is gone. */
final class HungUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HungUp() {
        super("hung up", null, false, false);
    }
}
