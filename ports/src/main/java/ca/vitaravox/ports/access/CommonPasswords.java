package ca.vitaravox.ports.access;

/** Driven port: the passwords that everybody tries. Thread-safe. */
@FunctionalInterface
public interface CommonPasswords {
    /** Whether a password, in lower case, is one of them. */
    boolean has(String password);
}
