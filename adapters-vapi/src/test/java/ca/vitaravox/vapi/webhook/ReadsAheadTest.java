package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ReadsAheadTest {
    private static final Optional<PhoneNumber> CALLER = Optional.of(new PhoneNumber("+16045550142"));

    private final MovableClock clock = new MovableClock();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<CallContext> prepared = new ArrayList<>();
    private boolean busy;
    private boolean broken;
    private final ReadsAhead ahead = new ReadsAhead(
            call -> {
                prepared.add(call);
                if (broken) {
                    throw new IllegalStateException("the EMR's answer was odd");
                }
            },
            task -> {
                if (busy) {
                    throw new RejectedExecutionException();
                }
                waiting.add(task);
            },
            clock);

    private void begin(String clinic, String call) {
        Line line = new Line(
                new ClinicId(clinic),
                new PhoneNumber("+16045550101"),
                Optional.empty(),
                Optional.empty(),
                Language.FRENCH);
        CalledLine called = new CalledLine(Optional.of(line.number()), Optional.empty(), Optional.empty());
        ahead.begin(line, new CallId(call), new Origin(called, Optional.of(call), CALLER, true, Optional.empty()));
    }

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void a_call_is_prepared_once_with_a_deadline() {
        begin("one", "call");
        begin("one", "call");
        runAll();
        begin("one", "call");
        runAll();
        assertEquals(1, prepared.size());
        CallContext call = prepared.get(0);
        assertEquals(CALLER, call.caller());
        assertEquals(Language.FRENCH, call.language());
        assertEquals(clock.instant().plus(ReadsAhead.DEADLINE), call.deadline().end());
    }

    @Test
    void of_one_clinic_no_more_than_three_are_prepared_at_once() {
        for (int i = 0; i <= ReadsAhead.OF_ONE_CLINIC; i++) {
            begin("one", "call-" + i);
        }
        begin("other", "call");
        assertEquals(ReadsAhead.OF_ONE_CLINIC + 1, waiting.size());
        runAll();
        begin("one", "later");
        assertEquals(1, waiting.size());
    }

    @Test
    void of_all_clinics_no_more_than_sixteen_are_prepared_at_once() {
        for (int i = 0; i <= ReadsAhead.AT_ONCE; i++) {
            begin("clinic-" + i, "call");
        }
        assertEquals(ReadsAhead.AT_ONCE, waiting.size());
        runAll();
        begin("one-more", "call");
        assertEquals(1, waiting.size());
    }

    @Test
    void what_comes_too_late_to_be_of_use_is_not_begun() {
        begin("one", "in-time");
        clock.move(ReadsAhead.DEADLINE.minusMillis(1));
        runAll();
        begin("one", "late");
        clock.move(ReadsAhead.DEADLINE);
        runAll();
        assertEquals(
                List.of(new CallId("in-time")),
                prepared.stream().map(CallContext::call).toList());
    }

    @Test
    void what_is_refused_or_breaks_leaves_its_place_to_others() {
        busy = true;
        for (int i = 0; i < 2 * ReadsAhead.AT_ONCE; i++) {
            begin("one", "refused-" + i);
        }
        busy = false;
        broken = true;
        for (int i = 0; i < 2 * ReadsAhead.AT_ONCE; i++) {
            begin("one", "broken-" + i);
            runAll();
        }
        assertEquals(2 * ReadsAhead.AT_ONCE, prepared.size());
    }
}
