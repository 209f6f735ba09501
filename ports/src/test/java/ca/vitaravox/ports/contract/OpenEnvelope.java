package ca.vitaravox.ports.contract;

import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.clinic.UnsealableException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An envelope that hides nothing from whoever can read Base64, and opens only where it was sealed.
 *
 * @param key what is newest
 */
public record OpenEnvelope(String key) implements Envelope {
    /** One whose key matters to nobody. */
    public OpenEnvelope() {
        this("k1");
    }

    private static String label(SecretPlace place) {
        return place.owner() + "#" + place.field() + "#";
    }

    @Override
    public String seal(SecretPlace place, String secret) {
        byte[] bytes = (label(place) + secret).getBytes(StandardCharsets.UTF_8);
        return key + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String open(SecretPlace place, String sealed) {
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(sealed.indexOf('.') + 1));
        String opened = new String(bytes, StandardCharsets.UTF_8);
        if (!opened.startsWith(label(place))) {
            throw new UnsealableException("sealed for another place");
        }
        return opened.substring(label(place).length());
    }

    @Override
    public boolean isCurrent(String sealed) {
        return sealed.startsWith(key + ".");
    }
}
