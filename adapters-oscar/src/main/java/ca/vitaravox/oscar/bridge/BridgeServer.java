package ca.vitaravox.oscar.bridge;

import ca.vitaravox.oscar.Oscar;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.CodedTimes;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.Charts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the questions of the EMR ports for one clinic, to whoever has the key: so many at a time, each within the time it
 * was given and of bounded size. Logs say what was asked, never of whom. Thread-safe.
 */
public final class BridgeServer implements AutoCloseable {
    /** Questions at a time; a platform that asks more is told to wait. */
    static final int AT_ONCE = 32;

    private static final Logger LOG = LoggerFactory.getLogger(BridgeServer.class);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final String BEARER = "Bearer ";

    private final BridgeSettings settings;
    private final Emr emr;
    private final String release;
    private final InstantSource clock;
    private final JsonMapper json = BridgeJson.mapper();
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Javalin server;

    /**
     * What is bridged to.
     *
     * @param charts its charts
     * @param appointments its appointments
     * @param times its own schedule, if it can be asked for it
     * @param trial throws {@link EmrUnavailableException} if it does not answer by the deadline, or does not let us in
     * @param leftAlone whether it is asked nothing for now
     */
    public record Emr(
            Charts charts,
            Appointments appointments,
            Optional<CodedTimes> times,
            Consumer<Deadline> trial,
            BooleanSupplier leftAlone) {
        /** One clinic's OSCAR. */
        public static Emr of(Oscar oscar) {
            return new Emr(oscar.charts(), oscar.appointments(), oscar.times(), oscar::examine, oscar::isLeftAlone);
        }
    }

    private BridgeServer(BridgeSettings settings, Emr emr, String release, InstantSource clock) {
        this.settings = settings;
        this.emr = emr;
        this.release = release;
        this.clock = clock;
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts one.
     *
     * @param release what it says that it is of
     * @throws RuntimeException if the port is taken, or the certificate cannot be read
     */
    public static BridgeServer start(BridgeSettings settings, Emr emr, String release, InstantSource clock) {
        BridgeServer bridge = new BridgeServer(settings, emr, release, clock);
        bridge.server.start();
        return bridge;
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = Question.LONGEST;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.addConnector((jetty, http) -> BridgeTls.connector(jetty, http, settings));
        ClinicId clinic = settings.clinic();
        add(config, Question.Health.PATH, Question.Health.class, (asked, by) -> health(by));
        add(
                config,
                Question.Search.PATH,
                Question.Search.class,
                (asked, by) -> emr.charts().search(clinic, asked.query(), by));
        add(
                config,
                Question.OneChart.PATH,
                Question.OneChart.class,
                (asked, by) -> emr.charts().chart(clinic, asked.patient(), by));
        add(
                config,
                Question.Register.PATH,
                Question.Register.class,
                (asked, by) -> emr.charts().register(clinic, asked.patient(), by));
        add(
                config,
                Question.On.APPOINTMENTS,
                Question.On.class,
                (asked, by) -> emr.appointments().on(clinic, asked.providers(), asked.first(), asked.last(), by));
        add(
                config,
                Question.Of.PATH,
                Question.Of.class,
                (asked, by) -> emr.appointments().of(clinic, asked.patient(), by));
        add(
                config,
                Question.Book.PATH,
                Question.Book.class,
                (asked, by) -> emr.appointments().book(clinic, asked.appointment(), by));
        add(
                config,
                Question.Cancel.PATH,
                Question.Cancel.class,
                (asked, by) -> emr.appointments().cancel(clinic, asked.appointment(), by));
        add(
                config,
                Question.On.TIMES,
                Question.On.class,
                (asked, by) -> emr.times()
                        .orElseThrow(() -> new EmrUnavailableException("the bridge has no log-in for schedules"))
                        .times(clinic, asked.providers(), asked.first(), asked.last(), by));
    }

    private <Q> void add(JavalinConfig config, String path, Class<Q> type, BiFunction<Q, Deadline, ?> answer) {
        config.routes.post(path, context -> answer(context, type, answer));
    }

    private <Q> void answer(Context context, Class<Q> type, BiFunction<Q, Deadline, ?> answer)
            throws JsonProcessingException {
        if (!knows(context.header("Authorization"))) {
            say(context, 401, "the key is missing or wrong");
        } else if (!settings.clinic().value().equals(context.header("X-Clinic"))) {
            say(context, 403, "this bridge is another clinic's");
        } else if (!turns.tryAcquire()) {
            say(context, 429, "too many questions at a time: nothing was done");
        } else {
            try {
                Optional<Q> question = read(context, type);
                if (question.isPresent()) {
                    answered(context, question.get(), answer);
                } else {
                    say(context, 400, "the question cannot be read: nothing was done");
                }
            } finally {
                turns.release();
            }
            context.header(Question.LEFT_ALONE, Boolean.toString(emr.leftAlone().getAsBoolean()));
        }
    }

    /** The question, by itself: once it is being answered nobody may say that nothing was done. */
    private <Q> Optional<Q> read(Context context, Class<Q> type) {
        try {
            return Optional.ofNullable(json.readValue(context.body(), type));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private <Q> void answered(Context context, Q question, BiFunction<Q, Deadline, ?> answer)
            throws JsonProcessingException {
        try {
            Object answered = answer.apply(question, deadline(context));
            context.contentType("application/json").result(json.writeValueAsBytes(answered));
        } catch (EmrUnavailableException silent) {
            LOG.warn("{}: {}", context.path(), silent.getMessage());
            say(context, 503, silent.getMessage());
        }
    }

    /** Gives its EMR half the time, so that the answer is in time where the EMR has none; an EMR left alone is tried. */
    private BridgeHealth health(Deadline deadline) {
        Instant now = clock.instant();
        try {
            emr.trial().accept(Deadline.ofWork(now.plus(deadline.left(now).dividedBy(2))));
            return new BridgeHealth(release, true);
        } catch (EmrUnavailableException silent) {
            LOG.warn("the EMR does not answer: {}", silent.getMessage());
            return new BridgeHealth(release, false);
        }
    }

    private boolean knows(String authorization) {
        byte[] wanted = (BEARER + settings.apiKey()).getBytes(StandardCharsets.UTF_8);
        return authorization != null && MessageDigest.isEqual(wanted, authorization.getBytes(StandardCharsets.UTF_8));
    }

    private Deadline deadline(Context context) {
        String left = Optional.ofNullable(context.header(Question.LEFT)).orElse("");
        long millis = left.matches("[0-9]{1,6}") ? Long.parseLong(left) : LONGEST.toMillis();
        return new Deadline(
                clock.instant().plusMillis(Math.min(millis, LONGEST.toMillis())),
                !"false".equals(context.header(Question.ON_PHONE)));
    }

    private void say(Context context, int status, String why) throws JsonProcessingException {
        context.status(status).contentType("application/json").result(json.writeValueAsBytes(Map.of("why", why)));
    }
}
