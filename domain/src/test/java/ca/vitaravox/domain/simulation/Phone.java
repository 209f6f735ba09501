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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A phone call: each question goes to some server, and its answer counts if it comes in time. */
final class Phone {
    private static final Duration PATIENCE = Duration.ofMillis(3_800);
    private static final Duration PLATFORM_REPEATS = Duration.ofSeconds(10);
    /** Ten equal calls at once, the caller's own among them. */
    private static final int MOST_ECHOES = 9;

    private final World world;
    private final ClinicId clinic;
    private final CallId id;
    private final PhoneNumber number;
    private final Map<String, Instant> firstAsked = new HashMap<>();
    private final Map<String, Object> answers = new HashMap<>();
    private int questions;

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
        return ask(errand, newId());
    }

    /** Asks the same once more: as a platform that repeats itself, or as somebody who begins anew. */
    <T> Optional<T> askAgain(Errand<T> errand) {
        boolean repeated = world.isSpoken() && world.chance().happens(0.5);
        return ask(errand, repeated ? "question-" + questions : newId());
    }

    private <T> Optional<T> ask(Errand<T> errand, String name) {
        if (world.weather().strikes(Fault.ECHO)) {
            int echoes = world.isSpoken() ? world.chance().between(1, MOST_ECHOES) : 1;
            IntStream.range(0, echoes).forEach(each -> send(errand, name));
        }
        return hear(send(errand, name));
    }

    private String newId() {
        return "question-" + ++questions;
    }

    /** As {@link #ask}, but a server that is late is waited for, so that the next question does not overtake this. */
    <T> Optional<T> askInTurn(Errand<T> errand) {
        Asked<T> asked = send(errand, newId());
        Optional<T> answer = hear(asked);
        world.scheduler().await(asked::isOver, Instant.MAX);
        return answer;
    }

    /** A question on its way. */
    private record Asked<T>(Errand<T> errand, Question question, Reply<T> reply, Optional<Server> server) {
        Instant deadline() {
            return question.context().deadline().end();
        }

        boolean isOver() {
            return reply.isThere() || server.filter(Server::isAlive).isEmpty();
        }
    }

    private <T> Asked<T> send(Errand<T> errand, String name) {
        Deadline deadline = new Deadline(now().plus(PATIENCE));
        CallContext context = new CallContext(clinic, id, Optional.of(number), Language.ENGLISH, deadline);
        Instant asked = firstAsked.computeIfAbsent(name, first -> now());
        Question question = new Question(context, name, asked, world.isSpoken());
        Asked<T> sent =
                new Asked<>(errand, question, new Reply<>(), world.servers().any());
        tell("asks " + sent.server().map(Server::name).orElse("nobody") + " to " + errand);
        sent.server()
                .ifPresent(server ->
                        server.crew().work(id + ": " + errand, Optional.of(question), () -> answer(server, sent)));
        return sent;
    }

    private <T> void answer(Server server, Asked<T> asked) {
        Receptionist receptionist = server.switchboard().putThrough(asked.question());
        T answer = asked.errand()
                .ask(receptionist, server.time().own(asked.question().context()));
        if (now().isAfter(asked.question().latestAnswer())) {
            throw new AssertionError(asked.errand() + " was answered too late: " + answer);
        }
        if (!now().isAfter(asked.deadline())) {
            asked.errand().answered(answer);
        }
        if (world.isSpoken() && asked.errand().isFinal(answer)) {
            isTheOne(asked, answer);
        }
        asked.reply().give(answer);
    }

    private <T> void isTheOne(Asked<T> asked, T answer) {
        Object before = answers.putIfAbsent(asked.question().id(), answer);
        if (before != null && !before.equals(answer)) {
            throw new AssertionError(asked.errand() + " was asked once and has two answers: " + before + ", " + answer);
        }
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
        inTime.ifPresent(answer -> asked.errand().heard(asked.question(), answer));
        return inTime;
    }

    /** Says that the call is over, again and again until some server has understood. */
    void hangUp() {
        tell("hangs up");
        CallNews news = new CallNews.Ended(now(), Optional.empty());
        boolean atOnce = world.chance().happens(0.3);
        world.scheduler().pause(world.chance().millis(0, atOnce ? 20 : 5_000));
        Reply<CallNews> reply = new Reply<>();
        while (!reply.isThere()) {
            world.servers()
                    .any()
                    .ifPresent(server -> server.crew().work(id + ": learn of its end", Optional.empty(), () -> {
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
