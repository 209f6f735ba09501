package ca.vitaravox.server.trial;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.TrialBook;
import ca.vitaravox.ports.call.TrialBook.Due;
import ca.vitaravox.ports.call.TrialBook.Kept;
import ca.vitaravox.ports.call.TrialBook.Take;
import ca.vitaravox.ports.call.TrialBook.Trial;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrInUse;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.script.PlayedCall;
import ca.vitaravox.server.script.Script;
import ca.vitaravox.server.script.Scripts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins trials, takes their steps, and ends them; those that nobody goes on with, by itself. A clinic whose calls are, or
 * ever were, answered from an EMR of its own is not tried. Thread-safe.
 */
public final class TrialDesk {
    private static final Logger LOG = LoggerFactory.getLogger(TrialDesk.class);
    private static final int MOST_A_ROUND = 20;
    private static final Script NO_SCRIPT =
            new Script(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    private final TrialBook book;
    private final ClinicEmrs emrs;
    private final CallDiary diary;
    private final TrialWire wire;
    private final InstantSource clock;

    /** Trials in this book, over this wire. */
    public TrialDesk(TrialBook book, ClinicEmrs emrs, CallDiary diary, TrialWire wire, InstantSource clock) {
        this.book = book;
        this.emrs = emrs;
        this.diary = diary;
        this.wire = wire;
        this.clock = clock;
    }

    /** Whether calls to a clinic can be tried: it has demo data, and never had anything else. */
    boolean isOnDemoData(ClinicId clinic) {
        EmrInUse inUse = emrs.emr(clinic);
        return inUse.settings().isDemo() && inUse.since().isEmpty();
    }

    /** Refuses a clinic that has, or ever had, anything but demo data. */
    void checkDemo(ClinicId clinic) {
        if (!isOnDemoData(clinic)) {
            throw Problem.of(
                    409, "NOT_ON_DEMO_DATA", "Calls are tried only while a clinic has demo data and never went live.");
        }
    }

    private static Script script(TrialState state) {
        return state.script().flatMap(Scripts::named).orElse(NO_SCRIPT);
    }

    private TrialPlay play(ClinicId clinic, TrialState state) {
        return new TrialPlay(state, new PlayedCall(state.line(), wire.to(clinic), clock, state.kept()), clock);
    }

    /** Rings. */
    ObjectNode begin(Trial trial, TrialState state) {
        if (!book.open(trial, state.text(), clock.instant())) {
            throw Problem.of(
                    429,
                    "TOO_MANY_TRIALS",
                    "Two calls of yours, or forty of all, are being tried: hang up, or wait until one ends.");
        }
        return step(trial, (play, begun) -> play.ring());
    }

    /** Takes the script's next step, or all that are left. */
    ObjectNode next(Trial trial, boolean toTheEnd) {
        return step(trial, (play, state) -> play.script(script(state), toTheEnd));
    }

    /** Calls a tool. */
    ObjectNode tool(Trial trial, String name, ObjectNode arguments) {
        return step(trial, (play, state) -> play.tool(name, arguments));
    }

    private ObjectNode step(Trial trial, BiConsumer<TrialPlay, TrialState> work) {
        checkDemo(trial.clinic());
        TrialState state = taken(book.take(trial, clock.instant()));
        try {
            work.accept(play(trial.clinic(), state), state);
        } catch (IllegalStateException refused) {
            LOG.warn("a trial was refused by the webhook: {}", refused.getMessage());
            state.step("stopped", clock.instant()).put("why", refused.getMessage());
        } finally {
            book.put(trial, state.text(), clock.instant());
        }
        return show(trial);
    }

    private static TrialState taken(Take take) {
        if (take instanceof Take.Taken taken) {
            return TrialState.read(taken.state());
        }
        if (take instanceof Take.Busy) {
            throw Problem.of(409, "TRIAL_BUSY", "A step is being taken: wait for it.");
        }
        if (take instanceof Take.Over) {
            throw Problem.of(409, "TRIAL_OVER", "This call is over: begin another.");
        }
        throw Problem.notFound();
    }

    /** How it stands. */
    ObjectNode show(Trial trial) {
        Kept kept = book.kept(trial).orElseThrow(Problem::notFound);
        TrialState state = TrialState.read(kept.state());
        Instant end = kept.endedAt().orElse(kept.begunAt().plus(TrialBook.LONGEST));
        boolean over = kept.endedAt().isPresent() || !clock.instant().isBefore(end);
        return state.shown(over, script(state).steps().size(), end);
    }

    /** Hangs up; what it holds is free again. One whose clinic went live meanwhile too: that reaches no EMR. */
    void hangUp(Trial trial) {
        Take take = book.take(trial, clock.instant());
        boolean goesOn =
                book.kept(trial).filter(kept -> kept.endedAt().isEmpty()).isPresent();
        if (take instanceof Take.Over && goesOn) {
            abandon(trial.clinic(), trial.call()); // it had all its steps, or all its time
            return;
        }
        TrialState state = taken(take);
        try {
            play(trial.clinic(), state).hangUp(script(state));
        } finally {
            book.put(trial, state.text(), clock.instant());
            book.end(trial.clinic(), trial.call(), clock.instant());
        }
    }

    /** Ends what nobody goes on with, as a caller who hangs up does, and forgets what ended long ago; tells how many. */
    public int tidy() {
        List<Due> due = book.due(clock.instant(), MOST_A_ROUND);
        for (Due each : due) {
            if (each.over()) {
                book.forget(each.clinic(), each.call());
            } else {
                abandon(each.clinic(), each.call());
            }
        }
        return due.size();
    }

    private void abandon(ClinicId clinic, CallId call) {
        Instant now = clock.instant();
        diary.learn(clinic, call, Optional.empty(), new CallNews.Ended(now, Optional.of("trial-abandoned")));
        book.end(clinic, call, now);
    }
}
