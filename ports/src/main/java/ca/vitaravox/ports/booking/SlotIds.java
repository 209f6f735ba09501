package ca.vitaravox.ports.booking;

/** Makes slot ids: random, so that none can be guessed. Thread-safe. */
@FunctionalInterface
public interface SlotIds {
    /** A new id, never given before as far as chance allows (at least 48 bits of it). */
    SlotId next();
}
