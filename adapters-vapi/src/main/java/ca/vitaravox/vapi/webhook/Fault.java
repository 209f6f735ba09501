package ca.vitaravox.vapi.webhook;

/**
 * What keeps a tool call, or a whole request, from being business at all. In an envelope it is the {@code error} of a
 * result; a plain request gets it as {@code {"success":false,"code","say"}} with the status.
 */
enum Fault {
    /** The body is no JSON object. */
    MALFORMED_REQUEST(400, "The request is not a JSON object."),
    /** Arguments that are no JSON object: never taken for none, or a caller would hear of a booking that is none. */
    MALFORMED_ARGUMENTS(
            400, "The arguments were not a JSON object and nothing was done. Call the tool again with all of them."),
    /** A message without a phone call's id, or with one no call has. */
    UNKNOWN_CALL(400, "The phone call this belongs to was not named and nothing was done."),
    /** No proof of the secret. */
    UNAUTHORIZED(401, "Not authorized."),
    /** No such tool. */
    UNKNOWN_TOOL(404, "There is no such tool and nothing was done. Do not call it again."),
    /** A body beyond the limit. */
    TOO_LARGE(413, "The request is too large."),
    /** A body that does not say it is JSON. */
    NOT_JSON(415, "The request's content type must be application/json."),
    /** No clinic has the line that was called, or two have parts of it. */
    UNKNOWN_CLINIC(
            422, "The line that was called belongs to no clinic here and nothing was done. Apologise to the caller."),
    /** The id of a tool call that was another. */
    REUSED_ID(
            422, "This tool call's id was used before with other arguments and nothing was done. Call the tool again."),
    /** More calls in one message than are executed. */
    TOO_MANY_CALLS(503, "There were too many tool calls at once and this one was not executed. Call it again."),
    /** Something broke here. */
    INTERNAL_ERROR(
            503,
            "Something went wrong and it is not known whether anything was done. Do not tell the caller that it was;"
                    + " apologise.");

    private final int status;
    private final String text;

    Fault(int status, String text) {
        this.status = status;
        this.text = text;
    }

    int status() {
        return status;
    }

    /** One line, for the model and for whoever reads the answer. */
    String text() {
        return text;
    }
}
