package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A phone call: each question goes to some server, and its answer counts if it comes in time. */
final class Phone {
    private static final Duration PATIENCE = Duration.ofMillis(3_800);
    private static final Duration PLATFORM_REPEATS = Duration.ofSeconds(10);

    private final World world;
    private final ClinicId clinic;
    private final CallId id;
    private final PhoneNumber number;

    Phone(World world, ClinicId clinic, CallId id, PhoneNumber number) {
        this.world = world;
        this.clinic = clinic;
        this.id = id;
        this.number = number;
    }

    ClinicId clinic() {
        return clinic;
    }

    Notes.Call call() {
        return new Notes.Call(clinic, id);
    }

    /** The answer, if it came in time. */
    <T> Optional<T> ask(Errand<T> errand) {
        if (world.weather().strikes(Fault.ECHO)) {
            send(errand);
        }
        return hear(send(errand));
    }

    /** As {@link #ask}, but a server that is late is waited for, so that the next question does not overtake this. */
    <T> Optional<T> askInTurn(Errand<T> errand) {
        Asked<T> asked = send(errand);
        Optional<T> answer = hear(asked);
        world.scheduler().await(asked::isOver, Instant.MAX);
        return answer;
    }

    /** A question on its way. */
    private record Asked<T>(Errand<T> errand, Instant at, Question question, Reply<T> reply, Optional<Server> server) {
        Instant deadline() {
            return question.context().deadline().end();
        }

        boolean isOver() {
            return reply.isThere() || server.filter(Server::isAlive).isEmpty();
        }
    }

    private <T> Asked<T> send(Errand<T> errand) {
        Deadline deadline = new Deadline(now().plus(PATIENCE));
        CallContext context = new CallContext(clinic, id, Optional.of(number), Language.ENGLISH, deadline);
        Asked<T> asked = new Asked<>(
                errand,
                now(),
                new Question(context),
                new Reply<>(),
                world.servers().any());
        tell("asks " + asked.server().map(Server::name).orElse("nobody") + " to " + errand);
        asked.server()
                .ifPresent(server ->
                        server.work(id + ": " + errand, Optional.of(asked.question()), () -> answer(server, asked)));
        return asked;
    }

    private <T> void answer(Server server, Asked<T> asked) {
        T answer = asked.errand().ask(server.desk(), asked.question().context());
        if (now().isAfter(asked.question().latestAnswer())) {
            throw new AssertionError(asked.errand() + " was answered too late: " + answer);
        }
        if (!now().isAfter(asked.deadline())) {
            asked.errand().answered(answer);
        }
        asked.reply().give(answer);
    }

    private <T> Optional<T> hear(Asked<T> asked) {
        Reply<T> reply = asked.reply();
        if (world.weather().strikes(Fault.IMPATIENCE)) {
            world.scheduler().await(reply::isThere, now().plus(world.chance().millis(0, 3_000)));
            if (!reply.isThere()) {
                throw new HungUp();
            }
        }
        world.scheduler().await(reply::isThere, asked.deadline());
        Optional<T> inTime = now().isAfter(asked.deadline()) ? Optional.empty() : reply.answer();
        tell(asked.errand() + ": " + inTime.map(asked.errand()::inShort).orElse("no answer in time"));
        inTime.ifPresent(answer -> asked.errand().heard(asked.question(), asked.at(), answer));
        return inTime;
    }

    /** Says that the call is over, again and again until some server has understood. */
    void hangUp() {
        tell("hangs up");
        CallNews news = new CallNews.Ended(now(), Optional.empty());
        world.scheduler().pause(world.chance().millis(0, 5_000));
        Reply<CallNews> reply = new Reply<>();
        while (!reply.isThere()) {
            world.servers()
                    .any()
                    .ifPresent(server -> server.work(id + ": learn of its end", Optional.empty(), () -> {
                        server.desk().callDiary().learn(clinic, id, Optional.of(number), news);
                        reply.give(news);
                    }));
            world.scheduler().await(reply::isThere, now().plus(PLATFORM_REPEATS));
        }
    }

    private Instant now() {
        return world.scheduler().instant();
    }

    private void tell(String what) {
        world.story().tell(now(), clinic + " " + id, what);
    }
}
