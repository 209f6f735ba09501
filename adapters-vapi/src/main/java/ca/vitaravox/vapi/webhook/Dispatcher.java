package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.clinic.EmrWatch.Watched;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Toolbox;
import ca.vitaravox.vapi.webhook.ToolRun.Asker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets every tool call of a message answered by its deadline: calls run at once, those that write one after another
 * for each phone call; what is late is answered as such and goes on by itself, within bounds on all that runs and on
 * what runs of one clinic.
 * Thread-safe.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Toolbox toolbox;
    private final ToolRun run;
    private final ToolNotes notes;
    private final Executor executor;
    private final Lanes writes;
    private final Semaphore places;
    private final ClinicPlaces clinics = new ClinicPlaces();
    private final int callsPerMessage;
    private final ToolWatch watch;
    private final InstantSource clock;
    private final Pause pause;

    Dispatcher(
            Toolbox toolbox,
            ToolRun run,
            ToolNotes notes,
            Executor executor,
            WebhookSettings settings,
            ToolWatch watch,
            InstantSource clock,
            Pause pause) {
        this.toolbox = toolbox;
        this.run = run;
        this.notes = notes;
        this.executor = executor;
        this.writes = new Lanes(executor);
        this.places = new Semaphore(settings.callsAtOnce());
        this.callsPerMessage = settings.callsPerMessage();
        this.watch = watch;
        this.clock = clock;
        this.pause = pause;
    }

    /** Starts a tool call; whoever asked waits with {@link #answer}. */
    Pending start(ToolJob job) {
        Language language = job.origin().language().orElse(Language.ENGLISH);
        Optional<Answer> atOnce = withoutClinic(job, language);
        if (atOnce.isPresent()) {
            noteLater(job, atOnce.get());
            return Pending.answered(atOnce.get());
        }
        if (job.arrival().doubt() != Doubt.NONE) {
            return Pending.answered(refusal(inDoubt(job), language));
        }
        if (job.place() >= callsPerMessage) {
            return Pending.answered(new Answer.Failed(Fault.TOO_MANY_CALLS));
        }
        Pending pending = new Pending(language);
        if (!placed(job, () -> watch.execute(job.spec().name(), job.call(), () -> work(job, pending)))) {
            LOG.warn("{} in call {} was refused: too much at once", job.spec().name(), job.call());
            pending.give(refusal(Code.RATE_LIMITED, language));
        }
        return pending;
    }

    /** The answer of a started call, in time: a read that is late found no EMR, a late write may yet succeed. */
    Answer answer(ToolJob job, Pending pending) {
        Code late = job.spec().writes() ? Code.OUTCOME_PENDING : Code.EMR_UNAVAILABLE;
        Answer answer = pending.by(job.arrival().deadline(), clock, pause, language -> refusal(late, language));
        watch.answered(
                job.spec().name(), answer.code(), Duration.between(job.arrival().at(), clock.instant()));
        return answer;
    }

    /** Of a write under way it is not said that it failed. */
    private static Code inDoubt(ToolJob job) {
        return job.spec().writes() && job.arrival().doubt() == Doubt.UNDER_WAY
                ? Code.OUTCOME_PENDING
                : Code.EMR_UNAVAILABLE;
    }

    /** Whether a call is answered whatever is down, and wherever it comes from. */
    boolean alwaysAnswered(ToolJob job) {
        return withoutClinic(job, Language.ENGLISH).isPresent();
    }

    private boolean placed(ToolJob job, Runnable work) {
        if (!places.tryAcquire()) {
            return false;
        }
        Runnable task = LogContext.kept(job.call(), () -> {
            try {
                work.run();
            } finally {
                places.release();
            }
        });
        try {
            if (job.spec().writes()) {
                writes.run(job.lane(), task);
            } else {
                executor.execute(task);
            }
            return true;
        } catch (RejectedExecutionException e) {
            places.release();
            return false;
        }
    }

    /** Runs a call on whatever thread; what breaks is broken for this call alone. A write too late is never begun. */
    private void work(ToolJob job, Pending pending) {
        if (pending.isAnswered()) {
            LOG.warn("{} in call {} was not begun in time", job.spec().name(), job.call());
            return;
        }
        try {
            Asker asker = run.asker(job.origin(), job.arrival());
            if (asker instanceof Asker.Known known) {
                pending.in(known.context().language());
                inPlace(job, known.context(), pending);
            } else {
                pending.give(new Answer.Failed(((Asker.Unknown) asker).fault()));
            }
        } catch (RuntimeException | Error e) {
            broken(job, e);
            pending.give(new Answer.Failed(Fault.INTERNAL_ERROR));
        }
    }

    /** Handing a call over waits for no EMR, and is what is left to do when one hangs: it needs no place. */
    private void inPlace(ToolJob job, CallContext call, Pending pending) {
        if (job.spec().alwaysWorks()) {
            answer(job, call, pending);
            return;
        }
        if (!clinics.take(call.clinic())) {
            LOG.warn(
                    "{} in call {} was refused: too much of one clinic at once",
                    job.spec().name(),
                    job.call());
            pending.give(refusal(Code.RATE_LIMITED, call.language()));
            return;
        }
        try {
            answer(job, call, pending);
        } finally {
            clinics.leave(call.clinic());
        }
    }

    private void answer(ToolJob job, CallContext call, Pending pending) {
        try (Watched emr = notes.watch()) {
            Answer answer = answer(job, call);
            Answer told = pending.give(answer);
            notes.add(job, call, job.spec().writes() ? answer : told, emr.requests());
        }
    }

    private Answer answer(ToolJob job, CallContext call) {
        try {
            return run.answer(job, call);
        } catch (RuntimeException | Error e) {
            broken(job, e);
            return new Answer.Failed(Fault.INTERNAL_ERROR);
        }
    }

    private Optional<Answer> withoutClinic(ToolJob job, Language language) {
        if (!job.spec().alwaysWorks()) {
            return Optional.empty();
        }
        try {
            return toolbox.withoutClinic(job.spec(), job.arguments(), language).map(Answer.Result::of);
        } catch (RuntimeException e) {
            broken(job, e);
            return Optional.empty();
        }
    }

    private void noteLater(ToolJob job, Answer answer) {
        placed(job, () -> {
            try {
                if (run.asker(job.origin(), job.arrival()) instanceof Asker.Known known) {
                    notes.add(job, known.context(), answer, List.of());
                }
            } catch (RuntimeException | Error e) {
                broken(job, e);
            }
        });
    }

    private Answer refusal(Code code, Language language) {
        return Answer.Result.of(toolbox.refusal(code, language));
    }

    private static void broken(ToolJob job, Throwable thrown) {
        LOG.error("{} in call {} broke: {}", job.spec().name(), job.call(), Trace.of(thrown));
    }
}
