package ca.vitaravox.ports.clinic;

import java.util.List;
import java.util.Optional;

/** Driven port: the sealed secrets of one kind, to be sealed anew while the server runs. Thread-safe. */
public interface SealedSecrets {
    /**
     * A page of them, in the order of their owners.
     *
     * @param after the last place of the page before; empty for the first page
     * @param most how many at most
     */
    List<Sealed> page(Optional<SecretPlace> after, int most);

    /** Puts {@code anew} in place of a sealed secret, unless that has changed meanwhile; tells whether it did. */
    boolean replace(Sealed kept, String anew);

    /**
     * One of them.
     *
     * @param place where it is kept
     * @param text as sealed
     */
    record Sealed(SecretPlace place, String text) {}
}
