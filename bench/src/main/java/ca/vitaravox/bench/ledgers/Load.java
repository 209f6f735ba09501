package ca.vitaravox.bench.ledgers;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What callers ask for.
 *
 * @param name in one line
 * @param openings of each provider
 * @param candidates how many openings in a row a caller would take
 * @param pace how much time passes from one caller to the next
 */
record Load(String name, int openings, int candidates, Duration pace) {
    /** As many as the target speaks of. */
    static final int PROVIDERS = 20;

    private static final Instant START = Instant.parse("2026-03-02T17:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(15);

    /** Everybody finds what they ask for. */
    static final Load QUIET = new Load("openings all over half a year", 180 * 32, 1, Duration.ZERO);

    /** Most of what is asked for is held by somebody else, or was until a moment ago. */
    static final Load RUSH = new Load("one morning that everybody wants", 16, 3, Duration.ofSeconds(1));

    Instant now(long caller) {
        return START.plus(pace.multipliedBy(caller));
    }

    /** What this caller asks for. */
    List<Slot> candidates(long caller, SplittableRandom random) {
        ProviderId provider = new ProviderId("" + (101 + random.nextInt(PROVIDERS)));
        CallId call = new CallId("call-" + caller);
        PatientId patient = new PatientId("" + random.nextInt(10_000));
        int first = random.nextInt(openings - candidates + 1);
        return IntStream.range(first, first + candidates)
                .mapToObj(opening -> new Slot(
                        new SlotId(id(caller, opening - first)),
                        call,
                        Optional.of(patient),
                        provider,
                        TimeRange.from(START.plus(Duration.ofDays(1)).plus(LENGTH.multipliedBy(opening)), LENGTH),
                        new VisitTypeCode("checkup")))
                .toList();
    }

    /** Scattered, as real ids are: they are random. */
    private static String id(long caller, int candidate) {
        long scattered = (caller * 4 + candidate) * 0x9E3779B97F4A7C15L;
        return "%012x".formatted(scattered >>> 16);
    }
}
