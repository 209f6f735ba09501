package ca.vitaravox.domain.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** All that works on one server, until it dies. */
final class Crew implements Executor {
    private final String name;
    private final Scheduler scheduler;
    private final List<Actor> working = new ArrayList<>();
    private boolean alive = true;

    Crew(String name, Scheduler scheduler) {
        this.name = name;
        this.scheduler = scheduler;
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return alive;
    }

    void work(String what, Optional<Question> question, Runnable work) {
        working.add(scheduler.start(name + " " + what, question, work));
    }

    /** Runs a task for whatever the one who asks for it is busy with. */
    @Override
    public void execute(Runnable task) {
        work("helper", scheduler.running().question(), task);
    }

    /** All that it was doing stops where it is, for ever. */
    void die() {
        alive = false;
        working.forEach(actor -> actor.vanish(scheduler.instant()));
    }
}
