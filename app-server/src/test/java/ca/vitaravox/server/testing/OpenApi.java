package ca.vitaravox.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The description of the interface, openapi.yaml, as what real answers and its own examples are held against. */
public final class OpenApi {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final JsonNode DOCUMENT = read();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Map<JsonNode, JsonSchema> COMPILED = new ConcurrentHashMap<>();

    private OpenApi() {}

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("../openapi.yaml").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The whole of it. */
    public static JsonNode document() {
        return DOCUMENT;
    }

    /**
     * An operation.
     *
     * @param route method and path, as {@code GET /api/admin/users}
     * @param described what is said of it
     */
    public record Operation(String route, JsonNode described) {
        String path() {
            return route.substring(route.indexOf(' ') + 1);
        }

        private boolean matches(String method, String path) {
            return route.startsWith(method + " ")
                    && path.matches(path().replaceAll("\\{[^}]+}", "[^/]+").replace(".", "\\."));
        }
    }

    /** All operations. */
    public static List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .forEach(each -> all.add(new Operation(
                                each.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), each.getValue()))));
        return all;
    }

    /**
     * Holds an answer against what is said of its operation; one to a path that nobody described is passed over.
     *
     * @throws AssertionError saying what differs
     */
    public static void check(String method, String target, HttpResponse<String> answer) {
        String path = target.split("\\?", 2)[0];
        operations().stream()
                .filter(each -> each.matches(method, path))
                .min(java.util.Comparator.comparing(each -> each.path().split("\\{", -1).length))
                .ifPresent(operation -> check(operation, answer));
    }

    private static void check(Operation operation, HttpResponse<String> answer) {
        String status = Integer.toString(answer.statusCode());
        String what = operation.route() + " → " + status;
        JsonNode responses = operation.described().path("responses");
        JsonNode response = resolved(responses.has(status) ? responses.get(status) : responses.path("default"));
        if (response.isMissingNode() || answer.statusCode() < 300 && !responses.has(status)) {
            throw new AssertionError(what + " is not described");
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            if (!answer.body().isEmpty()) {
                throw new AssertionError(what + " has a body, which is not described");
            }
            return;
        }
        if (answer.statusCode() == 400 && type.equals("text/html")) {
            return; // an address that cannot be read gets no further than to Jetty
        }
        if (!content.has(type)) {
            throw new AssertionError(what + " is " + type + ", which is not described: " + answer.body());
        }
        if (type.endsWith("json")) {
            List<String> wrong = wrong(content.path(type).path("schema"), json(answer.body()));
            if (!wrong.isEmpty()) {
                throw new AssertionError(what + ": " + wrong + " in " + answer.body());
            }
        }
    }

    private static JsonNode json(String body) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(body);
        } catch (IOException malformed) {
            throw new AssertionError("not JSON: " + body, malformed);
        }
    }

    /** What a reference stands for. */
    public static JsonNode resolved(JsonNode node) {
        return Optional.ofNullable(node.path("$ref").textValue())
                .map(reference -> DOCUMENT.at(reference.substring(1)))
                .orElse(node);
    }

    /** What of a value does not fit a schema. */
    public static List<String> wrong(JsonNode schema, JsonNode value) {
        return COMPILED.computeIfAbsent(schema, OpenApi::compiled).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonSchema compiled(JsonNode schema) {
        ObjectNode alone = schema.deepCopy();
        alone.set("components", DOCUMENT.path("components"));
        return SCHEMAS.getSchema(alone);
    }

    /** Each body there is in it: a place, and the media type object that describes it. */
    public static void bodies(BiConsumer<String, JsonNode> each) {
        for (Operation operation : operations()) {
            resolved(operation.described().path("requestBody"))
                    .path("content")
                    .forEach(body -> each.accept(operation.route() + " request", body));
            operation
                    .described()
                    .path("responses")
                    .properties()
                    .forEach(response -> resolved(response.getValue())
                            .path("content")
                            .forEach(body -> each.accept(operation.route() + " " + response.getKey(), body)));
        }
    }
}
