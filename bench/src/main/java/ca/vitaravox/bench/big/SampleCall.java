package ca.vitaravox.bench.big;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A call as calls are: in office hours, about an appointment, with a few tool calls.
 *
 * @param id its id
 * @param caller the calling number
 * @param at when it began
 * @param seconds how long it lasted
 * @param intent what the caller wanted
 * @param outcome what came of it
 * @param used the tools
 */
record SampleCall(String id, String caller, Instant at, int seconds, String intent, String outcome, List<Used> used) {
    private static final List<String> INTENTS = List.of("book", "book", "book", "reschedule", "cancel", "check");
    private static final List<String> OUTCOMES =
            List.of("booked", "booked", "no_action", "rescheduled", "cancelled", "abandoned", "transferred");
    private static final List<String> TOOLS = List.of(
            "search_patient_by_phone",
            "search_patient",
            "find_earliest_appointment",
            "create_appointment",
            "log_call_metadata");
    private static final List<String> CODES =
            List.of("SLOT_TAKEN", "SLOT_EXPIRED", "EMR_UNAVAILABLE", "NO_AVAILABILITY");
    private static final int DAYS = 365;
    private static final int OPENS_UTC = 16;
    private static final int OPEN_SECONDS = 8 * 3_600;

    /**
     * A tool call.
     *
     * @param tool its name
     * @param after seconds since the call began
     * @param micros how long it took
     * @param code why it was refused; null if it was not
     * @param requests how often the EMR was asked
     */
    record Used(String tool, int after, long micros, String code, int requests) {}

    /** One of {@code many} of a clinic, in the order of their times; always the same. */
    static SampleCall of(String clinic, int number, int many, Instant now) {
        SplittableRandom random = new SplittableRandom(clinic.hashCode() * 1_000_003L + number);
        Instant day = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS - 1L - (long) number * DAYS / many));
        int first = (int) ((long) number * DAYS / many * many / DAYS);
        double share = Math.min(1, (number - first + random.nextDouble()) * DAYS / many);
        Instant at = day.plusSeconds(OPENS_UTC * 3_600L + (long) (share * OPEN_SECONDS));
        if (at.isAfter(now)) {
            at = at.minus(Duration.ofDays(1));
        }
        int tools = 2 + random.nextInt(TOOLS.size() - 1);
        return new SampleCall(
                clinic + "-" + number,
                "+1604555%04d".formatted(random.nextInt(10_000)),
                at,
                30 + random.nextInt(240),
                INTENTS.get(random.nextInt(INTENTS.size())),
                OUTCOMES.get(random.nextInt(OUTCOMES.size())),
                java.util.stream.IntStream.range(0, Math.min(tools, TOOLS.size()))
                        .mapToObj(place -> used(place, random))
                        .toList());
    }

    private static Used used(int place, SplittableRandom random) {
        long micros = (long) (Math.exp(random.nextDouble() * 5) * 4_000);
        String code = random.nextInt(12) == 0 ? CODES.get(random.nextInt(CODES.size())) : null;
        return new Used(TOOLS.get(place), 5 + 6 * place, micros, code, place < 4 ? 1 + random.nextInt(3) : 0);
    }
}
