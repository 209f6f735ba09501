package ca.vitaravox.server.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** A refusal as RFC 9457 writes it. It holds nothing of what was sent but the name of a field. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int UNAUTHORIZED = 401;

    private final int status;
    private final String code;
    private final transient Optional<Place> place;

    /** What in the request is wrong: a JSON pointer into the body, or a parameter of the query. */
    private record Place(String kind, String name) {}

    private Problem(int status, String code, String detail, Optional<Place> place) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.place = place;
    }

    /** A refusal with this status. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Optional.empty());
    }

    /**
     * A field of the body that cannot be as it is: 422.
     *
     * @param field where it is, as in a JSON pointer: {@code email}, {@code shifts/0/from}; the body itself if empty
     */
    public static Problem field(String field, String detail) {
        Place place = new Place("pointer", field.isEmpty() ? "#" : "#/" + field);
        return new Problem(422, "INVALID_FIELD", detail, Optional.of(place));
    }

    /** A parameter of the query that cannot be as it is: 400. */
    public static Problem parameter(String name, String detail) {
        return new Problem(400, "INVALID_PARAMETER", detail, Optional.of(new Place("parameter", name)));
    }

    /** Not there, or not theirs to know: 404. */
    public static Problem notFound() {
        return of(404, "NOT_FOUND", "There is no such thing, or it is not yours.");
    }

    /** Nobody is logged in: 401. */
    public static Problem notLoggedIn() {
        return of(UNAUTHORIZED, "NOT_LOGGED_IN", "Log in first.");
    }

    /** The status it is answered with. */
    public int status() {
        return status;
    }

    /** What names it to programs, such as {@code NOT_FOUND}. */
    public String code() {
        return code;
    }

    /** Where in the body it is, as in a JSON pointer without its first slash; empty if it is about no field. */
    public Optional<String> field() {
        return place.map(wrong -> wrong.name().replaceFirst("^#/?", "")).filter(name -> !name.isEmpty());
    }

    /** Writes it as the answer. */
    public void answer(Context context) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(
                        "type",
                        "urn:vitaravox:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'))
                .put(
                        "title",
                        code.charAt(0)
                                + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' '))
                .put("status", status)
                .put("code", code)
                .put("detail", getMessage());
        place.ifPresent(wrong -> body.putArray("errors")
                .addObject()
                .put(wrong.kind(), wrong.name())
                .put("detail", getMessage()));
        if (status == UNAUTHORIZED) {
            context.header("WWW-Authenticate", "Bearer");
        }
        context.status(status).contentType("application/problem+json").result(body.toString());
    }
}
