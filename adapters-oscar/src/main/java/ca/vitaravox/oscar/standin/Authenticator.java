package ca.vitaravox.oscar.standin;

import java.util.Optional;

/** How a line finds out whom a request acts as. */
interface Authenticator {
    /**
     * The number of the provider whose access token signed the request; empty if there is nothing of OAuth about it,
     * which each resource may mind or not.
     *
     * @throws Refused if the check fails
     */
    Optional<String> provider(Message message);
}
