package ca.vitaravox.ports.clinic;

/** A sealed secret that cannot be opened here; the message says why, and nothing of the secret. */
public final class UnsealableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A secret that cannot be opened, for this reason. */
    public UnsealableException(String why) {
        super(why);
    }

    /** A secret that cannot be opened, for this reason. */
    public UnsealableException(String why, Throwable cause) {
        super(why, cause);
    }
}
