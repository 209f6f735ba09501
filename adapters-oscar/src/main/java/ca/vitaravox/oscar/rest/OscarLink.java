package ca.vitaravox.oscar.rest;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;

/**
 * One clinic's OSCAR, as far as asking and telling goes. Once it refused the token, or the link was closed, nothing is
 * sent any more: a refused token is gone for good with classic OSCAR, and the next attempt is for a new link. Thread-safe.
 */
public final class OscarLink implements AutoCloseable {
    private final ClinicId clinic;
    private final OscarHttp http;
    private final InstantSource clock;
    private final Guard guard;
    private final ClockWatch watch = new ClockWatch();
    private final SharedReads shared = new SharedReads();
    private final SharedReads times = new SharedReads();
    private final AtomicReference<String> over = new AtomicReference<>();

    /** A link that sends nothing before it is asked to. */
    public OscarLink(ClinicId clinic, OscarAddress address, OAuthCredentials credentials, OscarMeans means) {
        this.clinic = clinic;
        this.http = new OscarHttp(address, credentials, means);
        this.clock = means.clock();
        this.guard = new Guard(clock, means.longest(), this::probe);
    }

    /**
     * Makes sure that it is this clinic's OSCAR that is meant.
     *
     * @throws IllegalArgumentException if it is another's
     */
    public void belongsTo(ClinicId asked) {
        if (!clinic.equals(asked)) {
            throw new IllegalArgumentException("the OSCAR of " + clinic + " was asked for " + asked);
        }
    }

    /**
     * The answer to a question that changes nothing.
     *
     * @throws EmrUnavailableException if there is none by the deadline, or the token is refused
     */
    public OscarReply read(OscarRequest request, Deadline deadline) {
        return read(List.of(request), deadline).get(0);
    }

    /**
     * The answers to several questions, asked at once, in their order.
     *
     * @throws EmrUnavailableException if one of them is not there by the deadline, or the token is refused
     */
    public List<OscarReply> read(List<OscarRequest> requests, Deadline deadline) {
        return requests.stream()
                .map(request -> shared.ask(request, deadline, () -> send(request, deadline)))
                .toList()
                .stream()
                .map(reply -> awaited(reply, deadline))
                .toList();
    }

    /** Asks OSCAR to write, once; past the deadline nothing is sent. Never throws for its failure. */
    public WriteReply write(OscarRequest request, Deadline deadline) {
        CompletableFuture<OscarReply> sent;
        try {
            sent = send(request, deadline);
        } catch (EmrUnavailableException notSent) {
            return new WriteReply.NotDone(notSent.getMessage());
        }
        sent.whenComplete((reply, failed) -> shared.written());
        try {
            return sent.get(left(deadline), TimeUnit.MILLISECONDS).asWrite();
        } catch (ExecutionException failed) {
            String why = "OSCAR did not answer: " + failed.getCause().getClass().getSimpleName();
            return neverArrived(failed.getCause()) ? new WriteReply.NotDone(why) : new WriteReply.Unsure(why);
        } catch (TimeoutException late) {
            return new WriteReply.Unsure("no answer from OSCAR in time");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new WriteReply.Unsure("interrupted");
        } finally {
            shared.written();
        }
    }

    /** How far OSCAR's clock was ahead of ours at the last answer; empty before the first. */
    public Optional<Duration> clockAhead() {
        return watch.ahead();
    }

    /** Whether nothing is sent for now: OSCAR failed too often of late, or refused the token. */
    public boolean isLeftAlone() {
        return over.get() != null || guard.isShut();
    }

    /** From now on nothing is sent. */
    @Override
    public void close() {
        over.compareAndSet(null, "the link to OSCAR was closed");
    }

    private CompletableFuture<OscarReply> send(OscarRequest request, Deadline deadline) {
        mayStillSend(deadline);
        if (watch.toBeCompared(clock.instant())) {
            awaited(times.ask(OscarHttp.ANYTHING, deadline, () -> guarded(deadline, this::clocksCompared)), deadline);
        }
        return guarded(deadline, () -> http.send(request)).thenApply(this::tokenTaken);
    }

    private CompletableFuture<OscarHttp.Dated> clocksCompared() {
        return http.askTime().thenApply(dated -> {
            watch.judge(dated.clock());
            return dated;
        });
    }

    /** Signed, so that it says of OSCAR's database, too, that it answers. */
    private CompletableFuture<?> probe() {
        boolean comparing = watch.toBeCompared(clock.instant());
        CompletableFuture<?> compared = comparing ? clocksCompared() : CompletableFuture.completedFuture(null);
        return compared.thenCompose(done -> {
                    mayStillSend();
                    return http.ask();
                })
                .thenApply(dated -> tokenTaken(heard(dated)));
    }

    private CompletableFuture<OscarReply> guarded(
            Deadline deadline, Supplier<CompletableFuture<OscarHttp.Dated>> exchange) {
        Guard.Turn turn = guard.enter(deadline);
        try {
            mayStillSend(deadline);
            return exchange.get().handle((dated, failed) -> ended(turn, dated, failed));
        } catch (RuntimeException notSent) {
            turn.unused();
            throw notSent;
        }
    }

    private OscarReply ended(Guard.Turn turn, OscarHttp.Dated dated, Throwable failed) {
        if (failed != null) {
            turn.failed(failed);
            throw new CompletionException(cause(failed));
        }
        try {
            heard(dated);
            turn.answered();
        } catch (EmrUnavailableException unwell) {
            turn.failed(unwell);
        }
        return dated.reply();
    }

    private OscarReply heard(OscarHttp.Dated dated) {
        watch.note(dated.clock());
        if (dated.reply().unwell()) {
            throw new EmrUnavailableException("OSCAR answered " + dated.reply().status());
        }
        return dated.reply();
    }

    private OscarReply tokenTaken(OscarReply reply) {
        if (reply.refusedToken()) {
            over.compareAndSet(null, "OSCAR refused the token: it has to be authorized anew");
        }
        return reply;
    }

    private OscarReply awaited(CompletableFuture<OscarReply> reply, Deadline deadline) {
        try {
            return reply.get(left(deadline), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            Throwable why = failed.getCause();
            throw why instanceof EmrUnavailableException unavailable
                    ? unavailable
                    : new EmrUnavailableException(
                            "OSCAR did not answer: " + why.getClass().getSimpleName(), why);
        } catch (TimeoutException late) {
            throw new EmrUnavailableException("no answer from OSCAR in time", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new EmrUnavailableException("interrupted", stop);
        }
    }

    private void mayStillSend() {
        String why = over.get();
        if (why != null) {
            throw new EmrUnavailableException(why);
        }
    }

    private void mayStillSend(Deadline deadline) {
        mayStillSend();
        if (left(deadline) == 0) {
            throw new EmrUnavailableException("no time left to ask OSCAR");
        }
    }

    private long left(Deadline deadline) {
        return Patience.millis(deadline, clock.instant());
    }

    /**
     * The JDK wraps a connection that could not be made in what it says of having tried, and has only words for one that
     * a proxy did not make.
     */
    static boolean neverArrived(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException
                || String.valueOf(failure.getMessage()).startsWith("Tunnel failed, got: ")
                || failure.getCause() != null && neverArrived(failure.getCause());
    }

    private static Throwable cause(Throwable failed) {
        return failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
    }
}
