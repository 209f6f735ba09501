package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;

/** Somebody who phones. */
final class Staff {
    static final Actor.Admin SOMEBODY = new Actor.Admin(new UserId("staff-1"), new SessionId("session-1"));

    private Staff() {}
}
