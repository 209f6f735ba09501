package ca.vitaravox.server.config;

import java.net.URI;
import java.util.Optional;

/**
 * What is told of a running server, and to whom. Its components are keys of {@link Setting}.
 *
 * @param metricsToken who knows it may read the figures; without one nobody may
 * @param tracesUrl where traces are sent; without one there are none
 */
public record Watched(Optional<Secret> metricsToken, Optional<URI> tracesUrl) {}
