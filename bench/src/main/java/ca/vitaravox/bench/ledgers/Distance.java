package ca.vitaravox.bench.ledgers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A way to a server that takes time, as to another machine: whatever is sent arrives that much later, in each direction,
 * and in order. How much can be on its way is not bounded.
 */
final class Distance implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final ServerSocket door;
    private final int server;
    private final long nanos;

    private Distance(ServerSocket door, int server, Duration oneWay) {
        this.door = door;
        this.server = server;
        this.nanos = oneWay.toNanos();
    }

    /** To the server on that port of this machine, so long one way. */
    static Distance to(int server, Duration oneWay) throws IOException {
        Distance distance = new Distance(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server, oneWay);
        start("distance", distance::open);
        return distance;
    }

    /** Where it begins. */
    int port() {
        return door.getLocalPort();
    }

    /** Bytes that have arrived at {@code due}; none at the end. */
    private record Parcel(byte[] bytes, long due) {}

    private void open() throws IOException {
        while (true) {
            Socket here = door.accept();
            Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
            here.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            carry(here, there);
            carry(there, here);
        }
    }

    private void carry(Socket from, Socket to) {
        BlockingQueue<Parcel> onTheWay = new LinkedBlockingQueue<>();
        start("sent", () -> take(from.getInputStream(), onTheWay));
        start("arriving", () -> {
            try (to) {
                bring(onTheWay, to.getOutputStream());
            }
        });
    }

    private void take(InputStream from, BlockingQueue<Parcel> onTheWay) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                onTheWay.add(new Parcel(Arrays.copyOf(chunk, read), System.nanoTime() + nanos));
            }
        } finally {
            onTheWay.add(new Parcel(new byte[0], System.nanoTime() + nanos));
        }
    }

    private static void bring(BlockingQueue<Parcel> onTheWay, OutputStream to)
            throws IOException, InterruptedException {
        for (Parcel next = onTheWay.take(); next.bytes().length > 0; next = onTheWay.take()) {
            for (long left = next.due() - System.nanoTime(); left > 0; left = next.due() - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            to.write(next.bytes());
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // so has the connection
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
