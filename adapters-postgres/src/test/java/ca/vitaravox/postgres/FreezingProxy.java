package ca.vitaravox.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between us and a server; once frozen, connections stay open and nothing comes through any more. */
final class FreezingProxy implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int serverPort;
    private volatile boolean frozen;

    FreezingProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        threads.submit(this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    void freeze() {
        frozen = true;
    }

    private Void letIn() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            sockets.addAll(List.of(client, server));
            threads.submit(() -> pass(client.getInputStream(), server.getOutputStream()));
            threads.submit(() -> pass(server.getInputStream(), client.getOutputStream()));
        }
    }

    private Void pass(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[8192];
        for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
            if (!frozen) {
                to.write(buffer, 0, length);
                to.flush();
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket each : sockets) {
            each.close();
        }
        threads.shutdownNow();
    }
}
