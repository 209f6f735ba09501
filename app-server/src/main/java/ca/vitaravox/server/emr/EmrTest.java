package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.connect.OscarLine;
import ca.vitaravox.oscar.connect.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of testing a clinic's connection.
 *
 * @param line which OSCAR it is, if it came to that
 * @param actingAs the provider whose token we have, if it works
 * @param clockAhead how far OSCAR's clock is ahead of ours, if it came to that
 * @param troubles what is in the way or lacking, in the order in which to mend it
 */
record EmrTest(
        Optional<OscarLine> line, Optional<String> actingAs, Optional<Duration> clockAhead, List<Trouble> troubles) {
    /** One that told nothing but its troubles. */
    static EmrTest of(List<Trouble> troubles) {
        return new EmrTest(Optional.empty(), Optional.empty(), Optional.empty(), troubles);
    }
}
