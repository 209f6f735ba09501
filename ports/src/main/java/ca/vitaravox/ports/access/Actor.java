package ca.vitaravox.ports.access;

/** Who did something that the audit trail records. */
public sealed interface Actor {
    /**
     * Somebody on the phone.
     *
     * @param call the phone call
     * @param relationship whom they speak for, as they say
     */
    record Caller(CallId call, Relationship relationship) implements Actor {}

    /**
     * The server by itself, finishing what a call began.
     *
     * @param job what it was doing: {@code finish-writing}
     */
    record Server(String job) implements Actor {}

    /**
     * A user of the administration.
     *
     * @param user who
     * @param session in which session
     */
    record Admin(UserId user, SessionId session) implements Actor {}
}
