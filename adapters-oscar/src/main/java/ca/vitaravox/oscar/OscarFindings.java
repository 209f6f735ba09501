package ca.vitaravox.oscar;

import java.time.Duration;
import java.util.Optional;

/**
 * What an OSCAR that answers tells of itself.
 *
 * @param actingAs the number of the provider whose token we have
 * @param clockAhead how far its clock is ahead of ours
 * @param zoneAgrees whether its wall clock was, when it last changed that provider's record, what the zone in the
 *     settings says; empty if it does not tell
 */
public record OscarFindings(String actingAs, Duration clockAhead, Optional<Boolean> zoneAgrees) {}
