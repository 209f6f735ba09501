package ca.vitaravox.server.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * An answer that stays open and tells of events as they happen (server-sent events). No thread waits for it, nor for a
 * browser that does not read: of what could not be sent yet, the latest takes the place of what was before. Thread-safe.
 */
public final class EventStream {
    private static final String BEGINNING = "retry: 3000\n\n";
    private static final String HEARTBEAT = ":\n\n";

    private final ServletOutputStream out;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private byte[] next = bytes(BEGINNING);
    private boolean toFlush;

    private EventStream(ServletOutputStream out) {
        this.out = out;
    }

    /** Begins one as the answer of an asynchronous request; {@link #over} is done when it ends. */
    static EventStream begin(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no"); // NGINX passes on what it gets when it gets it
        EventStream stream = new EventStream(response.getOutputStream());
        stream.out.setWriteListener(stream.new Ready());
        return stream;
    }

    /** Sends an event; {@code data} is one line. */
    public void send(String event, String data) {
        offer("event: " + event + "\ndata: " + data + "\n\n");
    }

    /** Sends something that says nothing, unless something waits to be sent: who hears nothing for long hangs up. */
    public void beat() {
        synchronized (this) {
            if (next != null) {
                return;
            }
        }
        offer(HEARTBEAT);
    }

    private void offer(String text) {
        synchronized (this) {
            if (next == null || !text.equals(HEARTBEAT)) {
                next = bytes(text);
            }
        }
        pump();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends what there is for as long as nothing would have to be waited for; the container calls again when it can. */
    private void pump() {
        try {
            synchronized (this) {
                while (!over.isDone() && (next != null || toFlush) && out.isReady()) {
                    if (next == null) {
                        toFlush = false;
                        out.flush();
                    } else {
                        byte[] sent = next;
                        next = null;
                        toFlush = true;
                        out.write(sent);
                    }
                }
            }
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    /** Ends it; whoever listens comes again if they still may. */
    public void end() {
        over.complete(null);
    }

    /** Does something when it has ended, by whomever; at once if it has. */
    public void whenOver(Runnable work) {
        over.whenComplete((nothing, broken) -> work.run());
    }

    CompletableFuture<Void> over() {
        return over;
    }

    private final class Ready implements WriteListener {
        @Override
        public void onWritePossible() {
            pump();
        }

        @Override
        public void onError(Throwable gone) {
            end();
        }
    }
}
