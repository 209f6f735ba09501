package ca.vitaravox.server.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Connects to a server by its addresses, one after the other until one answers. */
final class Reach {
    /** How long one address may take to answer. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final AsynchronousChannelGroup group;

    Reach(AsynchronousChannelGroup group) {
        this.group = group;
    }

    /** A connection to one of the addresses; fails if none answers. There is at least one. */
    CompletableFuture<AsynchronousSocketChannel> any(List<InetAddress> addresses, int port) {
        CompletableFuture<AsynchronousSocketChannel> first = one(new InetSocketAddress(addresses.get(0), port));
        return addresses.size() == 1
                ? first
                : first.handle((connected, failed) -> failed == null
                                ? CompletableFuture.completedFuture(connected)
                                : any(addresses.subList(1, addresses.size()), port))
                        .thenCompose(next -> next);
    }

    private CompletableFuture<AsynchronousSocketChannel> one(InetSocketAddress address) {
        AsynchronousSocketChannel server;
        try {
            server = AsynchronousSocketChannel.open(group);
        } catch (IOException none) {
            return CompletableFuture.failedFuture(none);
        }
        CompletableFuture<AsynchronousSocketChannel> connected = new CompletableFuture<>();
        server.connect(
                address, null, Done.with(nothing -> connected.complete(server), connected::completeExceptionally));
        return connected.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).whenComplete((done, failed) -> {
            if (failed != null) {
                Tunnel.closeQuietly(server);
            }
        });
    }
}
