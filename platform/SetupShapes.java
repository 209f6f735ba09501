package ca.vitaravox.vapi.platform;

import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.vapi.assistant.Behind;
import ca.vitaravox.vapi.webhook.AuthMode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What surrounds a clinic's assistants at the voice platform. */
final class SetupShapes {
    private static final int LONGEST_NAME = 40;

    private SetupShapes() {}

    /** What the platform proves itself with. Where either way will do it signs, which proves the body too. */
    static ObjectNode credential(ClinicSetup setup) {
        ObjectNode credential = JsonNodeFactory.instance
                .objectNode()
                .put("provider", "custom-credential")
                .put("name", cut(setup.clinic().id().value() + " webhook"));
        ObjectNode plan = credential.putObject("authenticationPlan");
        if (setup.auth() == AuthMode.BEARER) {
            plan.put("type", "bearer")
                    .put("token", setup.secret())
                    .put("headerName", "Authorization")
                    .put("bearerPrefixEnabled", true);
        } else {
            plan.put("type", "hmac")
                    .put("secretKey", setup.secret())
                    .put("algorithm", "sha256")
                    .put("signatureHeader", "x-signature")
                    .put("timestampHeader", "x-timestamp")
                    .put("includeTimestamp", true)
                    .put("payloadFormat", "{timestamp}.{body}")
                    .put("signatureEncoding", "hex");
        }
        return credential;
    }

    /**
     * A number, which asks us who shall answer: it names no assistant of its own. When nobody here answers, its calls go
     * to people.
     */
    static ObjectNode number(ClinicSetup setup, Line line, Behind behind) {
        ObjectNode number = JsonNodeFactory.instance.objectNode().put("name", cut(setup.clinic().name()));
        number.set("server", behind.ofNumber());
        setup.fallback()
                .map(PhoneNumber::e164)
                .ifPresent(to -> number.putObject("fallbackDestination")
                        .put("type", "number")
                        .put("number", to));
        number.putNull("assistantId").putNull("squadId").putNull("workflowId");
        return number;
    }

    /** What such a number is made from, where the platform can get it by itself. */
    static ObjectNode newNumber(ClinicSetup setup, String number, ObjectNode managed) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        setup.carrier()
                .ifPresent(carrier -> made.put("provider", carrier.provider())
                        .put("number", number)
                        .put("credentialId", carrier.name()));
        managed.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> made.set(field.getKey(), field.getValue()));
        return made;
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)).strip();
    }
}
