package ca.vitaravox.ports.access;

/** Driven port: slow hashes of passwords. Thread-safe. */
public interface PasswordHashes {
    /** A salted hash. */
    String hash(Password password);

    /** Whether a hash is of that password; takes as much work for every hash this made, right or wrong. */
    boolean matches(Password password, String hash);

    /** A hash that no password matches, to be compared where there is no account: as much work as with one. */
    String decoy();
}
