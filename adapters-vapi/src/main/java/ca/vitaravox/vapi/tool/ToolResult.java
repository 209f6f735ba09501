package ca.vitaravox.vapi.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a tool answered: success, or a refusal with its code. Immutable. */
public final class ToolResult {
    private final Optional<Code> code;
    private final ObjectNode body;
    private final String json;

    private ToolResult(Optional<Code> code, ObjectNode fields) {
        this.code = code;
        this.body = JsonNodeFactory.instance.objectNode().put("success", code.isEmpty());
        code.ifPresent(refused -> body.put("code", refused.name()));
        for (var field : fields.properties()) {
            body.set(field.getKey(), field.getValue().deepCopy());
        }
        this.json = body.toString();
    }

    /** A success; {@code fields} are what it tells beside {@code "success":true}. */
    public static ToolResult success(ObjectNode fields) {
        return new ToolResult(Optional.empty(), fields);
    }

    /** A refusal; {@code fields} are what it tells ({@code say}, {@code next}) beside its code. */
    public static ToolResult refused(Code code, ObjectNode fields) {
        return new ToolResult(Optional.of(code), fields);
    }

    /** Whether it succeeded. */
    public boolean success() {
        return code.isEmpty();
    }

    /** Why it was refused; empty on success. */
    public Optional<Code> code() {
        return code;
    }

    /** The whole answer, {@code success} and {@code code} first; a copy. */
    public ObjectNode body() {
        return body.deepCopy();
    }

    /** The whole answer as compact JSON on one line. */
    public String json() {
        return json;
    }

    @Override
    public String toString() {
        return "ToolResult[" + code.map(Code::name).orElse("success") + "]";
    }
}
