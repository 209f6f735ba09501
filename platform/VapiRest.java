package ca.vitaravox.vapi.platform;

import ca.vitaravox.ports.access.Pause;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Vapi's REST interface, as far as we use it. Thread-safe. */
public final class VapiRest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_REASON = 500;

    private final Transport transport;

    /**
     * The interface at this address.
     *
     * @param base without a path: {@code https://api.vapi.ai}
     * @param key our private key
     * @param pause how to wait where we asked too much at once
     */
    public VapiRest(URI base, String key, Pause pause) {
        this(base, key, pause, Transport.TO_ANSWER);
    }

    VapiRest(URI base, String key, Pause pause, Duration toAnswer) {
        this.transport = new Transport(base, key, pause, toAnswer);
    }

    /** Makes something; the answer has its {@code id}. Sent once, whatever comes of it. */
    ObjectNode create(Kind kind, ObjectNode body) {
        ObjectNode made = object(kind, good(kind, transport.ask("POST", kind.path(), body.toString())));
        if (made.path("id").asText().isEmpty()) {
            throw strange(kind);
        }
        return made;
    }

    /** What is there under an id; empty if nothing is. */
    Optional<ObjectNode> read(Kind kind, String id) {
        Transport.Answer answer = transport.ask("GET", kind.path() + "/" + id, "");
        return answer.status() == 404 ? Optional.empty() : Optional.of(object(kind, good(kind, answer)));
    }

    /** Replaces these fields, each as a whole. */
    ObjectNode update(Kind kind, String id, ObjectNode fields) {
        return object(kind, good(kind, transport.ask("PATCH", kind.path() + "/" + id, fields.toString())));
    }

    /** Removes something; nothing happens if it is gone. */
    void delete(Kind kind, String id) {
        Transport.Answer answer = transport.ask("DELETE", kind.path() + "/" + id, "");
        if (answer.status() != 404) {
            good(kind, answer);
        }
    }

    /** All there are, a thousand at most. */
    List<ObjectNode> list(Kind kind) {
        List<ObjectNode> all = new ArrayList<>();
        JsonNode answered = parsed(kind, good(kind, transport.ask("GET", kind.path() + "?limit=1000", "")));
        for (JsonNode each : answered) {
            if (each instanceof ObjectNode object) {
                all.add(object);
            }
        }
        return all;
    }

    private static String good(Kind kind, Transport.Answer answer) {
        int status = answer.status();
        if (status == 401 || status == 403) {
            throw new PlatformTroubleException(
                    "Vapi does not take the key: give the private key of the account as VITARAVOX_VAPI_API_KEY.");
        }
        if (status == 429) {
            throw new PlatformTroubleException("Vapi was asked too much at once: wait a minute, and try again.");
        }
        if (status / 100 != 2) {
            throw new PlatformTroubleException(
                    "Vapi refused the " + kind.path() + " with status " + status + reason(answer.body()) + ".");
        }
        return answer.body();
    }

    /** The platform's own words, which are a text or a list of them. */
    private static String reason(String body) {
        try {
            JsonNode message = JSON.readTree(body).path("message");
            List<String> said = new ArrayList<>();
            if (message.isTextual()) {
                said.add(message.asText());
            }
            message.forEach(each -> said.add(each.asText()));
            String words = String.join("; ", said).replaceAll("\\p{Cc}+", " ");
            return words.isEmpty() ? "" : ": " + words.substring(0, Math.min(words.length(), LONGEST_REASON));
        } catch (JsonProcessingException none) {
            return "";
        }
    }

    private static ObjectNode object(Kind kind, String body) {
        if (parsed(kind, body) instanceof ObjectNode object) {
            return object;
        }
        throw strange(kind);
    }

    private static JsonNode parsed(Kind kind, String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException none) {
            throw strange(kind);
        }
    }

    private static PlatformTroubleException strange(Kind kind) {
        return new PlatformTroubleException("Vapi answered nothing that is a " + kind.path()
                + ": see whether VITARAVOX_VAPI_URL is the address of its REST interface.");
    }
}
