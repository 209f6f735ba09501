package ca.vitaravox.oscar.standin;

/**
 * Ends a request with this answer, from wherever it is thrown. OSCAR's own resources throw, and a filter makes a page of
 * it; this is that.
 */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    Refused(Reply reply) {
        super("Answered with " + reply.status(), null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
