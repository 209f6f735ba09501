package ca.vitaravox.ports.contract;

import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.clinic.UnsealableException;

/** Bound to its place, and hides nothing from those who look closely. */
public final class OpenEnvelope implements Envelope {
    @Override
    public String seal(SecretPlace place, String secret) {
        return place + "=" + secret;
    }

    @Override
    public String open(SecretPlace place, String sealed) {
        if (!sealed.startsWith(place + "=")) {
            throw new UnsealableException("sealed for another place");
        }
        return sealed.substring((place + "=").length());
    }

    @Override
    public boolean isCurrent(String sealed) {
        return true;
    }
}
