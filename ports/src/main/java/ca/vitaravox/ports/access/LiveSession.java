package ca.vitaravox.ports.access;

/**
 * A session that has not ended, with its user as they are now.
 *
 * @param session the session
 * @param user whose; not locked
 * @param passwordGiven whether their password was given to them by somebody else
 */
public record LiveSession(Session session, User user, boolean passwordGiven) {}
