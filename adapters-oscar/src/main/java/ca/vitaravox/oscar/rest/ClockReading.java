package ca.vitaravox.oscar.rest;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How far OSCAR's clock is ahead of ours.
 *
 * @param at when it was read, by ours
 * @param ahead how far, give or take the seconds of a request; negative if it is behind; empty if OSCAR told no time
 */
public record ClockReading(Instant at, Optional<Duration> ahead) {
    /** Reads a {@code Date} header; OSCAR is taken to have written it half-way between sending and receiving. */
    public static ClockReading of(HttpHeaders headers, Instant sent, Instant received) {
        Instant ours = sent.plus(Duration.between(sent, received).dividedBy(2));
        return new ClockReading(
                received,
                headers.firstValue("Date").flatMap(ClockReading::read).map(theirs -> Duration.between(ours, theirs)));
    }

    private static Optional<Instant> read(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException senseless) {
            return Optional.empty();
        }
    }
}
