package ca.vitaravox.oscar.soap;

import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.rest.Breaker;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.rest.SingleExchange;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One clinic's OSCAR over SOAP. Logs in at the first call, and once more when OSCAR no longer knows the log-in; the log-in
 * costs OSCAR a second, so that it is one at a time. While OSCAR goes on not answering it is left alone, until a probe is
 * answered; apart from REST: many hosts bar the one and not the other. Thread-safe.
 */
public final class SoapLink {
    /** Calls at a time: more would make OSCAR slower for everybody in the clinic. */
    static final int AT_ONCE = 8;

    /** Cheap, and the same at every clinic. */
    static final SoapCall CODES = SoapCall.of("ScheduleService", "getScheduleTemplateCodes");

    private static final String SECURITY_ERROR = "SecurityError";

    private final URI base;
    private final SoapLogin login;
    private final SingleExchange http;
    private final AtomicReference<SoapSession> session = new AtomicReference<>();
    private final Semaphore loggingIn = new Semaphore(1, true);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Breaker breaker;

    /** A link to the OSCAR at this address; nothing is sent before it is asked something. */
    public SoapLink(URI base, SoapLogin login, OscarMeans means) {
        this.base = base;
        this.login = login;
        this.http = new SingleExchange(means);
        this.breaker = new Breaker(means.clock(), means.longest(), this::probe);
    }

    /**
     * What operations that change nothing returned, in their order: the elements around their {@code return}s. Several are
     * asked at once. If OSCAR no longer knows the log-in, all are asked again with a new one.
     *
     * @throws SoapException if one has no answer by the deadline, or it is none of OSCAR's, or a fault
     */
    List<SoapElement> read(List<SoapCall> calls, Deadline deadline) throws SoapException {
        // so that nobody on the phone waits behind work that waits for a probe before it logs in
        enter(deadline);
        SoapSession used = loggedIn(null, deadline);
        try {
            return read(calls, used, deadline);
        } catch (SoapException.Fault fault) {
            if (!fault.code().endsWith(SECURITY_ERROR)) {
                throw fault;
            }
            return read(calls, loggedIn(used, deadline), deadline);
        }
    }

    private List<SoapElement> read(List<SoapCall> calls, SoapSession as, Deadline deadline) throws SoapException {
        List<SoapElement> returned = new ArrayList<>();
        for (int from = 0; from < calls.size(); from += AT_ONCE) {
            returned.addAll(
                    send(calls.subList(from, Math.min(from + AT_ONCE, calls.size())), Optional.of(as), deadline));
        }
        return returned;
    }

    /**
     * Asks without a log-in, which OSCAR finds fault with.
     *
     * @throws SoapException.Fault always, if it is OSCAR that answers
     */
    static void knock(URI base, OscarMeans means, Deadline deadline) throws SoapException {
        new SoapLink(base, new SoapLogin("", ""), means).send(List.of(CODES), Optional.empty(), deadline);
    }

    /** Whether it is not asked for now, since it failed too often of late. */
    public boolean isLeftAlone() {
        return breaker.isOpen();
    }

    /** A log-in other than the one that no longer serves. */
    private SoapSession loggedIn(SoapSession spent, Deadline deadline) throws SoapException {
        SoapSession known = session.get();
        if (known != null && !known.equals(spent)) {
            return known;
        }
        take(loggingIn, 1, deadline);
        try {
            SoapSession meanwhile = session.get();
            if (meanwhile == null || meanwhile.equals(spent)) {
                session.set(logIn(deadline));
            }
            return session.get();
        } finally {
            loggingIn.release();
        }
    }

    private SoapSession logIn(Deadline deadline) throws SoapException {
        SoapCall call =
                SoapCall.of("LoginService", "login2").with(0, login.username()).with(1, login.password());
        try {
            SoapElement given = send(List.of(call), Optional.empty(), deadline)
                    .get(0)
                    .child("return")
                    .orElseThrow(() -> new SoapException.Refused("OSCAR gave no log-in"));
            return new SoapSession(given.text("securityId"), given.text("securityTokenKey"));
        } catch (SoapException.Fault fault) {
            throw new SoapException.Refused("OSCAR does not take the password for SOAP");
        }
    }

    private List<SoapElement> send(List<SoapCall> calls, Optional<SoapSession> as, Deadline deadline)
            throws SoapException {
        List<HttpResponse<byte[]>> answers = answers(calls, as, deadline);
        List<SoapElement> returned = new ArrayList<>();
        for (int at = 0; at < calls.size(); at++) {
            returned.add(returned(calls.get(at), answers.get(at)));
        }
        return returned;
    }

    private List<HttpResponse<byte[]>> answers(List<SoapCall> calls, Optional<SoapSession> as, Deadline deadline)
            throws SoapException {
        enter(deadline);
        take(turns, calls.size(), deadline);
        List<CompletableFuture<HttpResponse<byte[]>>> begun = new ArrayList<>();
        try {
            calls.forEach(call -> begun.add(http.begin(call.service() + " " + call.operation(), request(call, as))));
            List<HttpResponse<byte[]>> answers = new ArrayList<>();
            for (CompletableFuture<HttpResponse<byte[]>> each : begun) {
                answers.add(http.await(each, deadline));
            }
            breaker.answered();
            return answers;
        } catch (IOException silent) {
            breaker.failed(silent);
            throw new SoapException.Silent("OSCAR did not answer over SOAP", silent);
        } finally {
            begun.forEach(each -> each.cancel(true));
            turns.release(calls.size());
        }
    }

    private void enter(Deadline deadline) throws SoapException {
        try {
            breaker.enter(deadline);
        } catch (EmrUnavailableException open) {
            throw new SoapException.Silent(open.getMessage(), open);
        }
    }

    /** With the log-in there is, if there is one: a fault is an answer, and a log-in is not cheap. */
    private CompletableFuture<?> probe() {
        return http.beginUnseen(request(CODES, Optional.ofNullable(session.get())));
    }

    private HttpRequest.Builder request(SoapCall call, Optional<SoapSession> as) {
        return HttpRequest.newBuilder(URI.create(base + "/ws/" + call.service()))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("Accept", "text/xml")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofString(call.envelope(as), StandardCharsets.UTF_8));
    }

    private static SoapElement returned(SoapCall call, HttpResponse<byte[]> answer) throws SoapException {
        SoapElement envelope;
        try {
            envelope = SoapXml.read(answer.body());
        } catch (IOException foreign) {
            throw new SoapException.Foreign(answer.statusCode());
        }
        SoapElement body = envelope.child("Body").orElseThrow(() -> new SoapException.Foreign(answer.statusCode()));
        Optional<SoapElement> fault = body.child("Fault");
        if (fault.isPresent()) {
            throw new SoapException.Fault(fault.get().text("faultcode"));
        }
        return body.child(call.operation() + "Response")
                .orElseThrow(() -> new SoapException.Foreign(answer.statusCode()));
    }

    private void take(Semaphore turn, int many, Deadline deadline) throws SoapException {
        try {
            if (turn.tryAcquire(many, http.millisLeft(deadline), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        throw new SoapException.Silent("no turn to ask OSCAR over SOAP in time", null);
    }
}
