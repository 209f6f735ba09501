package ca.vitaravox.server.config;

import ca.vitaravox.server.access.TrustedProxies;
import java.time.Duration;

/**
 * What a server knows of the proxy before it. Its components are keys of {@link Setting}.
 *
 * @param drain how long a server that is to stop says so before it takes no more connections, 0 to 300 seconds; 0 stops
 *     at once
 * @param trustedProxies those that are believed about who asks, beside this machine
 */
public record Edge(Duration drain, TrustedProxies trustedProxies) {}
