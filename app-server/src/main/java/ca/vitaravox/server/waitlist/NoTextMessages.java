package ca.vitaravox.server.waitlist;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.TextMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends nothing, and says so: no provider of text messages is configured. Staff phone instead. Thread-safe. */
public final class NoTextMessages implements TextMessages {
    private static final Logger LOG = LoggerFactory.getLogger(NoTextMessages.class);

    /** No provider. */
    public NoTextMessages() {}

    @Override
    public Sending send(PhoneNumber to, String text, OfferId reference) {
        LOG.info("the text message about offer {} is not sent: there is no provider", reference);
        return Sending.NO_PROVIDER;
    }
}
