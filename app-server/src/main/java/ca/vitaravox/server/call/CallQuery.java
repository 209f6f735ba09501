package ca.vitaravox.server.call;

import ca.vitaravox.ports.call.CallArchive.Filter;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.server.access.Query;
import java.time.Instant;

/** Which calls a query asks for. */
public final class CallQuery {
    private CallQuery() {}

    /** What its parameters {@code from}, {@code until}, {@code intent}, {@code outcome} and {@code caller} say. */
    public static Filter of(Query query) {
        return new Filter(
                query.value("from", Instant::parse),
                query.value("until", Instant::parse),
                query.constant("intent", Intent.class),
                query.constant("outcome", Outcome.class),
                query.value("caller", PhoneNumber::new));
    }
}
