package ca.vitaravox.server.outgoing;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client of ours asks of the gate: {@code CONNECT host:port}, and nothing else. */
final class Entrance {
    private static final Pattern ASKED = Pattern.compile(
            "CONNECT (\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253}):([1-9][0-9]{0,4}) HTTP/1\\.1\r\n.*",
            Pattern.DOTALL);

    private static final String END = "\r\n\r\n";
    private static final int LONGEST = 4_096;
    private static final int PATIENCE_SECONDS = 5;
    private static final int LAST_PORT = 65_535;

    private final AsynchronousSocketChannel client;
    private final ByteBuffer head = ByteBuffer.allocate(LONGEST);
    private final CompletableFuture<Optional<Target>> asked = new CompletableFuture<>();

    private Entrance(AsynchronousSocketChannel client) {
        this.client = client;
    }

    /**
     * Where a client wants to go.
     *
     * @param host a name, or an address as it is written, of IPv6 in brackets
     * @param port 1 to 65535
     */
    record Target(String host, int port) {}

    /** Reads it; empty for anything else, or if it does not come in time. */
    static CompletableFuture<Optional<Target>> read(AsynchronousSocketChannel client) {
        Entrance entrance = new Entrance(client);
        entrance.more();
        return entrance.asked;
    }

    private void more() {
        client.read(
                head,
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                null,
                Done.with(this::read, gone -> asked.complete(Optional.empty())));
    }

    private void read(int count) {
        String text = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
        if (text.endsWith(END)) {
            asked.complete(target(text));
        } else if (count < 0 || !head.hasRemaining() || text.contains(END)) {
            asked.complete(Optional.empty());
        } else {
            more();
        }
    }

    static Optional<Target> target(String head) {
        Matcher matcher = ASKED.matcher(head);
        return matcher.matches()
                ? Optional.of(new Target(matcher.group(1), Integer.parseInt(matcher.group(2))))
                        .filter(found -> found.port() <= LAST_PORT)
                : Optional.empty();
    }
}
