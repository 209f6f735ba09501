package ca.vitaravox.ports.patient;

/**
 * Driven port: digests under a secret key, so that what is kept under them cannot be told from the digest: there are so
 * few telephone numbers and birth dates that a plain digest of them could be undone by trying all. Thread-safe.
 */
@FunctionalInterface
public interface Fingerprints {
    /** The digest of a text: always the same for the same text and key, 1 to 64 letters and digits. */
    String of(String text);
}
