package ca.vitaravox.server.bridge;

import ca.vitaravox.server.cli.Refused;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where a browser on this machine comes back to after a consent, once: a page on the loopback address, under a state that
 * nobody can guess.
 */
final class ComingBack implements AutoCloseable {
    private static final String PATH = "/callback";
    private static final int GONE = 410;

    private final String state;
    private final CompletableFuture<Consented> came = new CompletableFuture<>();
    private final Javalin server;

    /** What the browser brings: the token that was asked with, and what proves the consent. */
    record Consented(String token, String verifier) {}

    private ComingBack(String state, int port) {
        this.state = state;
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
            config.jetty.host = "127.0.0.1";
            config.jetty.port = port;
            config.routes.get(PATH, this::comeBack);
        });
    }

    /**
     * Listens.
     *
     * @param port on the loopback, 0 for any
     * @throws Refused if the port is taken
     */
    static ComingBack listen(String state, int port) {
        ComingBack back = new ComingBack(state, port);
        try {
            back.server.start();
        } catch (JavalinBindException taken) {
            throw new Refused("Port " + port + " of this machine is taken: give another with --port.", taken);
        }
        return back;
    }

    /** The address that OSCAR sends the browser to; the REST client is to be registered with what is before the question mark. */
    String callback() {
        return "http://127.0.0.1:" + server.port() + PATH + "?state=" + state;
    }

    /** What came, once; empty if nothing does for so long. */
    Optional<Consented> await(Duration atMost) throws InterruptedException {
        try {
            return Optional.of(came.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    private void comeBack(Context context) {
        String token = context.queryParam("oauth_token");
        String verifier = context.queryParam("oauth_verifier");
        context.contentType("text/plain; charset=utf-8").header("Cache-Control", "no-store");
        boolean ours = state.equals(context.queryParam("state")) && token != null && verifier != null;
        if (ours && came.complete(new Consented(token, verifier))) {
            context.result("Thank you. You can close this page: the terminal says whether the bridge is connected.");
        } else {
            context.status(GONE).result("This link was used before, or is another's. Start connecting again.");
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
