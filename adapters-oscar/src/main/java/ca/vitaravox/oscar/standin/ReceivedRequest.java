package ca.vitaravox.oscar.standin;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that reached the stand-in, whatever became of it.
 *
 * @param at when, by the stand-in's clock
 * @param endpoint what it was for; empty if there is no such thing
 * @param method the HTTP method
 * @param path the path as sent, with the context
 * @param query the query as sent
 * @param authorization the header of that name
 */
public record ReceivedRequest(
        Instant at,
        Optional<Endpoint> endpoint,
        String method,
        String path,
        Optional<String> query,
        Optional<String> authorization) {}
