package ca.vitaravox.oscar.standin;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** One request and its answer as the server library has them. */
final class Wire {
    private static final int PIECES = 10;

    private final Context context;
    private final Site site;
    private final OscarTime time;

    Wire(Context context, Site site, OscarTime time) {
        this.context = context;
        this.site = site;
        this.time = time;
    }

    /** The request, as it is seen there. */
    Message message() {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(context.req().getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), context.header(name));
        }
        return new Message(
                site.scheme(),
                context.req().getMethod(),
                context.req().getRequestURI(),
                context.req().getQueryString(),
                headers,
                context.bodyAsBytes());
    }

    void send(Reply reply) throws IOException {
        begin(reply);
        context.res().getOutputStream().write(reply.body());
    }

    /** Ends the connection in the middle of the body. */
    void sendHalf(Reply reply) throws IOException {
        begin(reply);
        OutputStream out = context.res().getOutputStream();
        out.write(reply.body(), 0, reply.body().length / 2);
        out.flush();
        drop();
    }

    /** Sends a piece, waits, sends the next. */
    void sendSlowly(Reply reply, Mishap mishap) throws IOException, InterruptedException {
        begin(reply);
        OutputStream out = context.res().getOutputStream();
        Duration pause = mishap.fault().time().dividedBy(PIECES);
        int length = reply.body().length;
        for (int piece = 0; piece < PIECES; piece++) {
            int from = length * piece / PIECES;
            out.write(reply.body(), from, length * (piece + 1) / PIECES - from);
            out.flush();
            mishap.await(pause);
        }
    }

    /** Ends the connection, as a server does that dies. */
    void drop() {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private void begin(Reply reply) {
        context.status(reply.status());
        context.res().setContentType(reply.contentType().orElse(null));
        reply.headers().forEach(context::header);
        if (site.showsClock()) {
            context.header(
                    "Date",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(time.now().atOffset(ZoneOffset.UTC)));
        }
        if (reply.status() != 204) {
            context.header("Content-Length", Integer.toString(reply.body().length));
        }
    }
}
