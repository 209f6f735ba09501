package ca.vitaravox.server.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The NGINX of this machine, with the configuration that we give out: other places, names and ports, nothing else. */
public final class Nginx implements AutoCloseable {
    private static final Path GIVEN = Path.of("../deploy/nginx/vitaravox.conf");
    private static final int PATIENCE_SECONDS = 30;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path folder;
    private final Process process;
    private final int port;
    private final SSLContext trust;
    private final HttpClient client;

    private Nginx(Path folder, Process process, int port, SSLContext trust) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.trust = trust;
        this.client = HttpClient.newBuilder().sslContext(trust).build();
    }

    /** Where it is installed, if it is. */
    public static Optional<Path> program() {
        return Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts one in an empty folder, before these servers. */
    public static Nginx start(Path folder, int... servers)
            throws IOException, GeneralSecurityException, InterruptedException {
        SelfSigned keys = SelfSigned.in(folder);
        int port = freePort();
        write(folder, keys, port, servers);
        Process process = command(folder, "-g", "daemon off;").inheritIO().start();
        Nginx started = new Nginx(folder, process, port, keys.believing());
        started.awaitPort();
        return started;
    }

    /** What it says of the configuration ({@code nginx -t}). */
    public static String test(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        write(folder, SelfSigned.in(folder), freePort(), 3001, 3002);
        Process testing = command(folder, "-t").redirectErrorStream(true).start();
        return new String(testing.getInputStream().readAllBytes());
    }

    private static ProcessBuilder command(Path folder, String... arguments) {
        return new ProcessBuilder(Stream.concat(
                        Stream.of(
                                program().orElseThrow().toString(),
                                "-p",
                                folder.toString(),
                                "-c",
                                folder.resolve("nginx.conf").toString(),
                                "-e",
                                folder.resolve("error.log").toString()),
                        Stream.of(arguments))
                .toList());
    }

    private static void write(Path folder, SelfSigned keys, int port, int... servers)
            throws IOException, GeneralSecurityException {
        keys.write(folder.resolve("fullchain.pem"), folder.resolve("privkey.pem"));
        String ours = Files.readString(GIVEN);
        ours = with(ours, "/etc/letsencrypt/live/voice.clinic.example", folder.toString());
        ours = with(ours, "/var/log/nginx", folder.toString());
        ours = with(ours, "listen 9443", "listen 127.0.0.1:" + port);
        ours = with(ours, "voice.clinic.example", "localhost");
        for (int n = 0; n < servers.length; n++) {
            ours = with(ours, "server 127.0.0.1:" + (3001 + n), "server 127.0.0.1:" + servers[n]);
        }
        Files.writeString(folder.resolve("vitaravox.conf"), ours);
        String temporary = List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").stream()
                .map(each -> "  " + each + "_temp_path " + folder.resolve(each) + ";")
                .collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve("nginx.conf"),
                (System.getProperty("user.name").equals("root") ? "user root;\n" : "") + "worker_processes 1;\npid "
                        + folder.resolve("nginx.pid") + ";\nevents {}\nhttp {\n" + temporary + "\n  include "
                        + folder.resolve("vitaravox.conf") + ";\n}\n");
    }

    private static String with(String configuration, String given, String put) {
        if (!configuration.contains(given)) {
            throw new AssertionError(GIVEN + " has no " + given);
        }
        return configuration.replace(given, put);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private void awaitPort() {
        long begun = System.nanoTime();
        while (true) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new AssertionError("nginx does not start", notYet);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }
    }

    /** What it has complained of. */
    public String complaints() throws IOException {
        return Files.readString(folder.resolve("error.log"));
    }

    /** Where it is reached. */
    public URI address() {
        return URI.create("https://localhost:" + port);
    }

    /** Believes its certificate. */
    public HttpClient client() {
        return client;
    }

    /** The same, of this version of TLS and no other. */
    public HttpClient client(String version) {
        return HttpClient.newBuilder()
                .sslContext(trust)
                .sslParameters(new SSLParameters(null, new String[] {version}))
                .build();
    }

    /** Ends it in order, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
