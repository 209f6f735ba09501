package ca.vitaravox.oscar.standin;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** One request and its answer on the wire, with what goes wrong between them. */
final class Exchange {
    private static final int PIECES = 10;
    private static final long FOR_EVER = Duration.ofHours(1).toMillis();

    private final Context context;
    private final Faults faults;

    Exchange(Context context, Faults faults) {
        this.context = context;
        this.faults = faults;
    }

    Message message() {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(context.req().getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), context.header(name));
        }
        return new Message(
                context.req().getMethod(),
                context.req().getRequestURI(),
                context.req().getQueryString(),
                headers,
                context.bodyAsBytes());
    }

    /** Does what goes wrong before the work; true if no work and no answer are to follow. */
    boolean failsBefore(Fault fault, Replies replies, Instant now) throws IOException, InterruptedException {
        switch (fault.kind()) {
            case DELAY -> faults.await(fault.time().toMillis());
            case HANG -> {
                faults.await(FOR_EVER);
                drop();
            }
            case DROP -> drop();
            default -> send(replaced(fault, replies), now);
        }
        return fault.kind() != Fault.Kind.DELAY;
    }

    /** Answers, with what goes wrong after the work. */
    void answer(Reply reply, Optional<Fault> fault, Replies replies, Instant now)
            throws IOException, InterruptedException {
        if (fault.isEmpty()) {
            send(reply, now);
            return;
        }
        switch (fault.get().kind()) {
            case DELAY -> {
                faults.await(fault.get().time().toMillis());
                send(reply, now);
            }
            case HANG -> {
                faults.await(FOR_EVER);
                drop();
            }
            case DROP -> drop();
            case HALF_A_BODY -> sendHalf(reply, now);
            case SLOW_BODY -> sendSlowly(reply, now, fault.get().time());
            default -> send(replaced(fault.get(), replies), now);
        }
    }

    private static Reply replaced(Fault fault, Replies replies) {
        if (fault.kind() == Fault.Kind.GARBAGE) {
            return Reply.of(200, "application/json;charset=UTF-8", "{\"content\":[{]\u0000<html>");
        }
        Reply page = replies.exception();
        return new Reply(fault.status(), page.contentType(), page.headers(), page.body());
    }

    private void send(Reply reply, Instant now) throws IOException {
        begin(reply, now);
        context.res().getOutputStream().write(reply.body());
    }

    private void begin(Reply reply, Instant now) {
        context.status(reply.status());
        context.res().setContentType(reply.contentType().orElse(null));
        reply.headers().forEach(context::header);
        context.header("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        if (reply.status() != 204) {
            context.header("Content-Length", Integer.toString(reply.body().length));
        }
    }

    private void sendHalf(Reply reply, Instant now) throws IOException {
        begin(reply, now);
        OutputStream out = context.res().getOutputStream();
        out.write(reply.body(), 0, reply.body().length / 2);
        out.flush();
        drop();
    }

    private void sendSlowly(Reply reply, Instant now, Duration time) throws IOException, InterruptedException {
        begin(reply, now);
        OutputStream out = context.res().getOutputStream();
        int length = reply.body().length;
        for (int piece = 0; piece < PIECES; piece++) {
            int from = length * piece / PIECES;
            out.write(reply.body(), from, length * (piece + 1) / PIECES - from);
            out.flush();
            faults.await(time.toMillis() / PIECES);
        }
    }

    /** Ends the connection, as a server does that dies. */
    private void drop() {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
