package ca.vitaravox.domain.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The servers: some die, others take their place. */
final class Servers {
    private final Scheduler scheduler;
    private final Chance chance;
    private final Weather weather;
    private final Story story;
    private final Function<Crew, Server> openings;
    private final List<Server> all = new ArrayList<>();
    private boolean closed;

    Servers(Scheduler scheduler, Chance chance, Weather weather, Story story, Function<Crew, Server> openings) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.weather = weather;
        this.story = story;
        this.openings = openings;
    }

    /** One of those that live. */
    Optional<Server> any() {
        List<Server> living = all.stream().filter(Server::isAlive).toList();
        return living.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(living));
    }

    void open() {
        Server server = openings.apply(new Crew("server-" + (all.size() + 1), scheduler));
        all.add(server);
        server.crew().work("finishing", Optional.empty(), () -> finish(server));
        story.tell(
                scheduler.instant(),
                server.name(),
                "opens, its clock ahead by " + server.time().ahead());
    }

    /** No server does anything any more, once it is done with what it is doing. */
    void close() {
        closed = true;
    }

    /** Lets servers die and others take their place, as long as the weather is bad. */
    void suffer() {
        while (!closed) {
            scheduler.pause(chance.millis(1_000, 30_000));
            if (!closed && weather.strikes(Fault.DEATH)) {
                any().ifPresent(this::replace);
            }
        }
    }

    private void replace(Server dying) {
        dying.crew().die();
        story.tell(scheduler.instant(), dying.name(), "dies");
        scheduler.pause(chance.millis(0, 20_000));
        open();
    }

    private void finish(Server server) {
        while (!closed) {
            scheduler.pause(chance.millis(2_000, 6_000));
            int seenTo = server.desk().finishing().finish();
            if (seenTo > 0) {
                story.tell(scheduler.instant(), server.name(), "saw to " + seenTo);
            }
        }
    }
}
