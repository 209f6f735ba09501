package ca.vitaravox.server.cli;

/** A command that cannot do what was asked. Its message is for the person at the terminal: what is wrong, what to do. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal in words for the person at the terminal. */
    public Refused(String message) {
        super(message);
    }

    /** A refusal in words for the person at the terminal, with its cause. */
    public Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
