package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.clinic.PhoneNumber;

/** Driven port: sends text messages. Thread-safe. */
@FunctionalInterface
public interface TextMessages {
    /**
     * Sends a message, once; never throws for a provider's failure.
     *
     * @param reference names the message, so that a provider can tell a repeat, and a log may
     */
    Sending send(PhoneNumber to, String text, OfferId reference);

    /** What is known after sending. */
    enum Sending {
        /** The provider took it. */
        SENT,
        /** The provider did not take it; it may the next time. */
        FAILED,
        /** There is no provider. */
        NO_PROVIDER
    }
}
