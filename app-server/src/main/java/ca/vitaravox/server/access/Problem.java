package ca.vitaravox.server.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Optional;

/** A refusal as RFC 9457 writes it. It holds nothing of what was sent but the name of a field. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int UNAUTHORIZED = 401;

    private final int status;
    private final String code;
    private final transient Optional<String> field;

    private Problem(int status, String code, String detail, Optional<String> field) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    /** A refusal with this status. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Optional.empty());
    }

    /** A field that cannot be as it is: 422. */
    public static Problem field(String field, String detail) {
        return new Problem(422, "INVALID_FIELD", detail, Optional.of(field));
    }

    /** Not there, or not theirs to know: 404. */
    public static Problem notFound() {
        return of(404, "NOT_FOUND", "There is no such thing, or it is not yours.");
    }

    /** Nobody is logged in: 401. */
    public static Problem notLoggedIn() {
        return of(UNAUTHORIZED, "NOT_LOGGED_IN", "Log in first.");
    }

    /** Writes it as the answer. */
    void answer(Context context) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(
                        "type",
                        "urn:vitaravox:problem:"
                                + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .put(
                        "title",
                        code.charAt(0)
                                + code.substring(1)
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', ' '))
                .put("status", status)
                .put("code", code)
                .put("detail", getMessage());
        field.ifPresent(
                name -> body.putArray("errors").addObject().put("field", name).put("detail", getMessage()));
        if (status == UNAUTHORIZED) {
            context.header("WWW-Authenticate", "Bearer");
        }
        context.status(status).contentType("application/problem+json").result(body.toString());
    }
}
