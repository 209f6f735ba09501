package ca.vitaravox.oscar.standin;

import java.util.Set;

/** What a client says it accepts, where OSCAR minds (measured). */
final class Accepted {
    /** These answer XML and nothing else, though charts are read as JSON. */
    private static final Set<Endpoint> XML_ONLY =
            Set.of(Endpoint.DEMOGRAPHICS, Endpoint.UPDATE_DEMOGRAPHIC, Endpoint.DELETE_DEMOGRAPHIC);

    private Accepted() {}

    static boolean isXml(Message message) {
        return message.header("Accept").orElse("").startsWith("application/xml");
    }

    static boolean by(Message message, Endpoint endpoint) {
        return !XML_ONLY.contains(endpoint)
                || !message.header("Accept").orElse("*/*").equals("application/json");
    }
}
