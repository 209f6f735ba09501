package ca.vitaravox.ports.clinic;

/** Driven port: seals secrets that have to be kept and used again. Thread-safe. */
public interface Envelope {
    /** Seals a secret for its place, under the newest key. Sealing the same twice gives two different texts. */
    String seal(SecretPlace place, String secret);

    /**
     * The secret again.
     *
     * @throws UnsealableException if it was sealed for another place, under a key that is not there, or was changed
     */
    String open(SecretPlace place, String sealed);

    /** Whether it is sealed under the newest key. */
    boolean isCurrent(String sealed);
}
