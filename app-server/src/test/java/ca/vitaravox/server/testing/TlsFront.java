package ca.vitaravox.server.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What ends TLS before an OSCAR, as clinics' proxies do: it passes on what it is sent, unread and unchanged. */
public final class TlsFront implements AutoCloseable {
    private final ServerSocket entrance;
    private final AtomicInteger behind = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Opens one with this certificate, before nothing yet. */
    public TlsFront(SelfSigned certificate) throws IOException, GeneralSecurityException {
        entrance = certificate
                .proving()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** Passes on to that server of this machine from now on; returns that server's address by way of here. */
    public URI before(URI server) {
        behind.set(server.getPort());
        return URI.create(address() + server.getPath());
    }

    /** Its own address. */
    public URI address() {
        return URI.create("https://localhost:" + entrance.getLocalPort());
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket caller = entrance.accept();
                threads.execute(() -> join(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket caller) {
        try (caller;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind.get())) {
            threads.execute(() -> pass(caller, server));
            pass(server, caller);
        } catch (IOException hungUp) {
            // both ends are closed, and both see it
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException hungUp) {
            // so does the other direction
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdownNow();
    }
}
