package ca.vitaravox.domain.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * Lets actors take turns: exactly one runs at a time, and wherever one waits, chance says who of those who could goes
 * on. Time passes only when all are waiting. Everything that happens follows from the seed alone.
 */
public final class Scheduler implements InstantSource {
    /** A story that is longer goes round in circles. */
    private static final int MOST_STEPS = 200_000;

    private static final BooleanSupplier NOTHING = () -> false;

    private final Chance chance;
    private final Executor threads;
    private final Runnable afterEachStep;
    private final List<Actor> actors = new ArrayList<>();
    private final CountDownLatch everybodyIsDone = new CountDownLatch(1);
    private Instant now;
    private Actor running;
    private int steps;
    private Optional<Throwable> failure = Optional.empty();

    Scheduler(Chance chance, Executor threads, Instant beginning, Runnable afterEachStep) {
        this.chance = chance;
        this.threads = threads;
        this.now = beginning;
        this.afterEachStep = afterEachStep;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Whose turn it is. */
    Actor running() {
        return running;
    }

    Actor start(String name, Runnable work) {
        return start(name, Optional.empty(), work);
    }

    Actor start(String name, Optional<Question> question, Runnable work) {
        Actor actor = new Actor(name, question, work, now);
        actors.add(actor);
        return actor;
    }

    /** Waits that long. */
    public void pause(Duration length) {
        await(NOTHING, now.plus(length));
    }

    /** Waits for something, but not longer than {@code until}. */
    public void await(BooleanSupplier something, Instant until) {
        Actor me = running;
        me.waitFor(something, until);
        finishStep();
        Actor next = next();
        if (next != me) {
            hand(next);
            me.awaitTurn();
        }
        if (me.isGone() || failure.isPresent()) {
            throw new Vanished();
        }
    }

    /** Runs until everybody is done. What any actor throws ends it for all, and is thrown here. */
    void run() throws InterruptedException {
        hand(next());
        everybodyIsDone.await();
        if (failure.isPresent()) {
            throw failure.get() instanceof AssertionError broken
                    ? broken
                    : new AssertionError("an actor broke", failure.get());
        }
    }

    /** Ends it for all with this, whatever the code that it is thrown through makes of it. */
    AssertionError broken(String what) {
        return broken(new AssertionError(what));
    }

    private AssertionError broken(AssertionError error) {
        failure = failure.or(() -> Optional.of(error));
        return error;
    }

    int steps() {
        return steps;
    }

    private void hand(Actor next) {
        if (next.begins()) {
            threads.execute(() -> live(next));
        } else {
            next.giveTurn();
        }
    }

    private void live(Actor actor) {
        try {
            if (!actor.isGone() && failure.isEmpty()) {
                actor.work().run();
                finishStep();
            }
        } catch (Vanished gone) {
            // as it should
        } catch (Throwable broken) {
            failure = failure.or(() -> Optional.of(broken));
        }
        actors.remove(actor);
        if (actors.isEmpty()) {
            everybodyIsDone.countDown();
        } else {
            hand(next());
        }
    }

    private void finishStep() {
        if (++steps > MOST_STEPS) {
            throw broken("this never ends");
        }
        if (failure.isEmpty()) {
            try {
                afterEachStep.run();
            } catch (AssertionError error) {
                throw broken(error);
            }
        }
    }

    /** Who is next; where nobody can go on, it becomes as late as the first of them waits for. */
    private Actor next() {
        if (failure.isPresent()) {
            running = actors.get(0);
            return running;
        }
        List<Actor> ready = ready();
        if (ready.isEmpty()) {
            now = actors.stream()
                    .map(Actor::wakes)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            ready = ready();
        }
        running = chance.oneOf(ready);
        return running;
    }

    private List<Actor> ready() {
        List<Actor> ready = new ArrayList<>();
        for (Actor actor : actors) {
            if (actor.isReady(now)) {
                ready.add(actor);
            }
        }
        return ready;
    }
}
