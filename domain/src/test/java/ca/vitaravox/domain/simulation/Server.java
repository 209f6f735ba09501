package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server: answers questions and finishes what was left, until it dies. */
final class Server {
    private final String name;
    private final FrontDesk desk;
    private final Scheduler scheduler;
    private final List<Actor> working = new ArrayList<>();
    private boolean alive = true;

    Server(String name, FrontDesk desk, Scheduler scheduler) {
        this.name = name;
        this.desk = desk;
        this.scheduler = scheduler;
    }

    String name() {
        return name;
    }

    FrontDesk desk() {
        return desk;
    }

    boolean isAlive() {
        return alive;
    }

    void work(String what, Optional<Question> question, Runnable work) {
        working.add(scheduler.start(name + " " + what, question, work));
    }

    /** All that it was doing stops where it is, for ever. */
    void die() {
        alive = false;
        working.forEach(actor -> actor.vanish(scheduler.instant()));
    }
}
