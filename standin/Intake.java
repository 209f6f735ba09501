package ca.vitaravox.vapi.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the stand-in makes of a body that is sent, and what it has against it. */
final class Intake {
    private static final Set<String> MESSAGE_TYPES =
            Set.of("request-start", "request-complete", "request-failed", "request-response-delayed");

    private final String kind;
    private final Shelves shelves;

    Intake(String kind, Shelves shelves) {
        this.kind = kind;
        this.shelves = shelves;
    }

    /** As it is kept: without a word about it, some of it otherwise. */
    ObjectNode taken(ObjectNode body) {
        ObjectNode taken = body.deepCopy();
        if (kind.equals("tool")) {
            quietly(taken);
        }
        taken.at("/model/tools").forEach(tool -> quietly((ObjectNode) tool));
        return taken;
    }

    private static void quietly(ObjectNode tool) {
        if (tool.path("function") instanceof ObjectNode function && !mayBeStrict(function.path("parameters"))) {
            function.remove("strict");
        }
        for (JsonNode message : tool.path("messages")) {
            if (!MESSAGE_TYPES.contains(message.path("type").asText())) {
                ((ObjectNode) message).removeAll();
                ((ObjectNode) message).put("type", "request-failed");
            }
        }
    }

    private static boolean mayBeStrict(JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        return !schema.path("additionalProperties").asBoolean(true)
                && schema.path("properties").propertyStream().allMatch(each -> required.contains(each.getKey()));
    }

    List<String> faults(ObjectNode body) {
        List<String> faults = new ArrayList<>(schemaFaults(body));
        ours(body).findValues("credentialId").forEach(id -> mustBe("credential", id, faults));
        body.at("/model/toolIds").forEach(id -> mustBe("tool", id, faults));
        body.path("members").findValues("assistantId").forEach(id -> mustBe("assistant", id, faults));
        return faults;
    }

    private List<String> schemaFaults(ObjectNode body) {
        return switch (kind) {
            case "credential" -> PlatformSchema.faults("CreateCustomCredentialDTO", body);
            case "assistant" -> PlatformSchema.faults("CreateAssistantDTO", body);
            case "tool" ->
                switch (body.path("type").asText()) {
                    case "function" -> PlatformSchema.faults("CreateFunctionToolDTO", body);
                    case "transferCall" -> PlatformSchema.faults("CreateTransferCallToolDTO", body);
                    case "endCall" -> PlatformSchema.faults("CreateEndCallToolDTO", body);
                    default -> List.of("type must be one of the following values: function, transferCall, endCall");
                };
            case "phone-number" ->
                body.path("provider").asText().equals("byo-phone-number")
                        ? PlatformSchema.faults("CreateByoPhoneNumberDTO", body)
                        : PlatformSchema.faults("CreateTelnyxPhoneNumberDTO", body);
            default -> squadFaults(body);
        };
    }

    /** Squads are not in the part of the schema that is kept here. */
    private List<String> squadFaults(ObjectNode body) {
        List<String> faults = new ArrayList<>();
        body.fieldNames().forEachRemaining(field -> {
            if (!Set.of("name", "members", "membersOverrides").contains(field)) {
                faults.add("property " + field + " should not exist");
            }
        });
        Set<String> names = new HashSet<>();
        for (JsonNode member : body.path("members")) {
            shelves.shelf("assistant")
                    .flatMap(shelf -> shelf.find(member.path("assistantId").asText()))
                    .map(assistant -> assistant.path("name").asText())
                    .filter(name -> !names.add(name))
                    .ifPresent(name -> faults.add("Duplicate Assistant Name: " + name));
        }
        if (body.path("members").isEmpty()) {
            faults.add("members should not be empty");
        }
        return faults;
    }

    /** All of it, but for a number's carrier, whose credential is none of ours. */
    private JsonNode ours(ObjectNode body) {
        return kind.equals("phone-number") ? body.path("server") : body;
    }

    private void mustBe(String of, JsonNode id, List<String> faults) {
        if (shelves.shelf(of).flatMap(shelf -> shelf.find(id.asText())).isEmpty()) {
            faults.add(of + " with ID " + id.asText() + " not found");
        }
    }
}
