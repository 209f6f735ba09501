package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.PhoneNumber;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where calls go, as the voice platform writes it. */
final class Destinations {
    private Destinations() {}

    /** A number to hand a call on to; {@code sentence} is what the caller hears before, nothing if it is empty. */
    static ObjectNode of(PhoneNumber number, String sentence) {
        return Json.object().put("type", "number").put("number", number.e164()).put("message", sentence);
    }
}
