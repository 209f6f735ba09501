package ca.vitaravox.ports.clinic;

import java.net.URI;
import java.time.ZoneId;

/**
 * Where a clinic's EMR is.
 *
 * @param base where it is called, without a slash at the end
 * @param signingBase the same as the EMR sees itself called, which behind a proxy may differ
 * @param zone what its wall clock shows
 */
public record EmrAddress(URI base, URI signingBase, ZoneId zone) {}
