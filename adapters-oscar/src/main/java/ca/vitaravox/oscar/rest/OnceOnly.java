package ca.vitaravox.oscar.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Makes HTTP clients that send each request once. The JDK's client by itself sends a GET again when the connection ends
 * without an answer: the same signature twice, for which OSCAR 15 and 19 delete the access token. A system property
 * forbids it, which the JDK reads once, when the first client of the process sends; so what is made here is tried out.
 */
public final class OnceOnly {
    /** To be set to 1 before any HTTP client of the process sends. */
    public static final String PROPERTY = "jdk.httpclient.redirects.retrylimit";

    /** Seconds that a connection is kept for the next request; Tomcat hangs up on one after 20. */
    private static final String KEPT = "jdk.httpclient.keepalive.timeout";

    private static final Duration TRIAL = Duration.ofSeconds(30);

    private OnceOnly() {}

    /**
     * A client for all clinics: HTTP/1.1, no redirects. It keeps no cookies.
     *
     * @param connecting how long a connection may take to be made
     * @throws IllegalStateException if it repeats requests, since the property was set too late
     */
    public static HttpClient client(Duration connecting) {
        System.getProperties().putIfAbsent(PROPERTY, "1");
        System.getProperties().putIfAbsent(KEPT, "10");
        HttpClient client = usual(connecting).build();
        if (timesSent(client) != 1) {
            throw new IllegalStateException("The HTTP client repeats requests: start Java with -D" + PROPERTY + "=1");
        }
        return client;
    }

    /** The same, which believes those certificates. */
    public static HttpClient client(Duration connecting, SSLContext trust) {
        client(connecting);
        return usual(connecting).sslContext(trust).build();
    }

    /** The same, which connects to what {@code through} says. */
    public static HttpClient client(Duration connecting, SSLContext trust, ProxySelector through) {
        client(connecting);
        return usual(connecting).sslContext(trust).proxy(through).build();
    }

    private static HttpClient.Builder usual(Duration connecting) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connecting);
    }

    /** How often a request arrives at a server that hangs up on it. */
    static int timesSent(HttpClient client) {
        AtomicInteger arrived = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread hangingUp = new Thread(() -> hangUp(server, arrived), "once-only");
            hangingUp.setDaemon(true);
            hangingUp.start();
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
            client.send(HttpRequest.newBuilder(address).timeout(TRIAL).build(), BodyHandlers.discarding());
            return 0;
        } catch (IOException hungUp) {
            return arrived.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Reads each request to its end, and answers nothing. */
    private static void hangUp(ServerSocket server, AtomicInteger arrived) {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                if (lines.lines().anyMatch(String::isEmpty)) {
                    arrived.incrementAndGet();
                }
            } catch (IOException closed) {
                return;
            }
        }
    }
}
