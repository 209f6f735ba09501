package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Driven port: the calls of a clinic, for its staff. Thread-safe. */
@FunctionalInterface
public interface CallArchive {
    /**
     * A page of calls, the latest first.
     *
     * @param after the last call of the page before; empty for the first page
     * @param most how many at most
     */
    List<Brief> page(ClinicId clinic, Filter filter, Optional<Mark> after, int most);

    /**
     * Which calls; whatever is empty is any.
     *
     * @param from not before this moment
     * @param until before this moment
     * @param intent what the caller wanted, as what happened shows, else as the assistant said
     * @param outcome what came of it, likewise
     * @param caller the calling number
     */
    record Filter(
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<Intent> intent,
            Optional<Outcome> outcome,
            Optional<PhoneNumber> caller) {}

    /**
     * A place in the order of calls.
     *
     * @param at when the call was first heard of
     * @param call the call
     */
    record Mark(Instant at, CallId call) {}

    /**
     * A call in brief.
     *
     * @param mark its place
     * @param caller the calling number; empty when withheld
     * @param endedAt when it ended; empty while it goes on
     * @param intent what the caller wanted
     * @param outcome what came of it
     * @param toolCalls how much the assistant asked us
     */
    record Brief(
            Mark mark,
            Optional<PhoneNumber> caller,
            Optional<Instant> endedAt,
            Optional<Intent> intent,
            Optional<Outcome> outcome,
            int toolCalls) {}
}
