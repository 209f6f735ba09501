package ca.vitaravox.server.outgoing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way out to addresses that others name. For every connection the host is looked up once, all its addresses have
 * to be public, and one of these very addresses is connected to: no later answer of a name server counts. It is a proxy
 * on the loopback address, since Java's HTTP client looks hosts up by itself and has no other place for this. TLS goes
 * through it unread, from the client to the server, which is checked by name as ever. Whatever is not {@code CONNECT} is
 * refused. Thread-safe.
 */
public final class Gate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final int THREADS = 2;

    private final Predicate<InetAddress> allowed;
    private final ExecutorService askers = Executors.newCachedThreadPool(daemon("gate-lookup"));
    private final Lookups lookups;
    private final AsynchronousChannelGroup group;
    private final AsynchronousServerSocketChannel entrance;
    private final InetSocketAddress address;

    Gate(Lookup lookup, Predicate<InetAddress> allowed) {
        this.allowed = allowed;
        this.lookups = new Lookups(lookup, askers);
        try {
            group = AsynchronousChannelGroup.withFixedThreadPool(THREADS, daemon("gate"));
            entrance = AsynchronousServerSocketChannel.open(group)
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            address = (InetSocketAddress) entrance.getLocalAddress();
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
    }

    /** Opens it, for public addresses, on any free port. */
    public static Gate open() {
        return open(Lookup.USUAL, PublicAddresses::has);
    }

    static Gate open(Lookup lookup, Predicate<InetAddress> allowed) {
        Gate gate = new Gate(lookup, allowed);
        gate.accept();
        return gate;
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** For HTTP clients: everything through here, but what is trusted wherever it is, which goes as this machine is set up. */
    public ProxySelector unless(Predicate<URI> trusted) {
        ProxySelector usual = ProxySelector.getDefault();
        List<Proxy> here = List.of(new Proxy(Proxy.Type.HTTP, address));
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI asked) {
                return trusted.test(asked) ? usual.select(asked) : here;
            }

            @Override
            public void connectFailed(URI asked, SocketAddress proxy, IOException failure) {
                LOG.error("the way out through {} is closed", proxy, failure);
            }
        };
    }

    private void accept() {
        entrance.accept(null, Done.with(this::accepted, this::notAccepted));
    }

    private void accepted(AsynchronousSocketChannel client) {
        accept();
        Entrance.read(client)
                .thenAccept(asked ->
                        asked.ifPresentOrElse(target -> letOut(client, target), () -> refuse(client, "403 Forbidden")));
    }

    private void notAccepted(Throwable why) {
        if (entrance.isOpen()) {
            LOG.warn("a connection to the gate was lost", why);
            accept();
        }
    }

    private void letOut(AsynchronousSocketChannel client, Entrance.Target target) {
        lookups.of(target.host()).whenComplete((found, unknown) -> {
            if (unknown != null || found.isEmpty()) {
                refuse(client, "502 Unknown Host");
            } else if (!found.stream().allMatch(allowed)) {
                LOG.warn("{} is not connected to: it has an address that is not public", target.host());
                refuse(client, "403 Forbidden");
            } else {
                connect(client, found, target.port());
            }
        });
    }

    private void connect(AsynchronousSocketChannel client, List<InetAddress> checked, int port) {
        new Reach(group).any(checked, port).whenComplete((server, failed) -> {
            if (failed != null) {
                refuse(client, "504 Not Reached");
                return;
            }
            Tunnel tunnel = new Tunnel(client, server);
            said(client, "200 Connection Established\r\n").whenComplete((said, gone) -> {
                if (gone == null) {
                    tunnel.open();
                } else {
                    tunnel.close();
                }
            });
        });
    }

    private static void refuse(AsynchronousSocketChannel client, String status) {
        said(client, status + "\r\nContent-Length: 0\r\n").whenComplete((said, gone) -> Tunnel.closeQuietly(client));
    }

    private static CompletableFuture<Integer> said(AsynchronousSocketChannel client, String head) {
        CompletableFuture<Integer> said = new CompletableFuture<>();
        byte[] bytes = ("HTTP/1.1 " + head + "\r\n").getBytes(StandardCharsets.US_ASCII);
        client.write(ByteBuffer.wrap(bytes), null, Done.with(said::complete, said::completeExceptionally));
        return said;
    }

    /** From now on nobody gets out, and whoever is out is cut off. */
    @Override
    public void close() {
        askers.shutdownNow();
        try {
            group.shutdownNow();
        } catch (IOException closed) {
            LOG.debug("the gate did not close well", closed);
        }
    }
}
