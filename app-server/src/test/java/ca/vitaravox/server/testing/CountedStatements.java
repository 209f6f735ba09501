package ca.vitaravox.server.testing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The way to a PostgreSQL on this machine, on which is read what it is asked, in its own protocol: each statement that
 * is executed within one clinic. What other clinics, and work that is no clinic's, send is passed on and not counted.
 */
public final class CountedStatements implements AutoCloseable {
    private static final int PROTOCOL = 3 << 16;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final String clinic;
    private final Predicate<String> rare;
    private final List<String> executed = new ArrayList<>();
    private int roundTrips;
    private List<String> last = List.of();

    /**
     * To the server on that port; of that clinic.
     *
     * @param rare statements whose answers are remembered for seconds: their transactions are not counted
     */
    public CountedStatements(int server, String clinic, Predicate<String> rare) throws IOException {
        this.rare = rare;
        this.server = server;
        this.clinic = clinic;
        start(this::open);
    }

    /** Where it begins. */
    public int port() {
        return door.getLocalPort();
    }

    /** Forgets what was asked. */
    public synchronized void forget() {
        countUntil(List.of());
    }

    /**
     * Forgets what was asked, and counts until statements with each of these words were counted, if there are any: what
     * comes then is of somebody else, a job of the server for one.
     */
    public synchronized void countUntil(List<String> lastOnes) {
        executed.clear();
        roundTrips = 0;
        last = List.copyOf(lastOnes);
    }

    /** The statements since then, each on one line. */
    public synchronized List<String> executed() {
        return List.copyOf(executed);
    }

    /** How often an answer was waited for since then. */
    public synchronized int roundTrips() {
        return roundTrips;
    }

    private boolean isCounted(List<String> words) {
        return words.stream().allMatch(each -> executed.stream().anyMatch(statement -> statement.contains(each)));
    }

    private synchronized void add(List<String> statements, int waits) {
        if (last.isEmpty() || !isCounted(last)) {
            executed.addAll(statements);
            roundTrips += waits;
        }
    }

    private void open() throws IOException {
        while (true) {
            Socket here = door.accept();
            Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
            here.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            start(() -> {
                there.getInputStream().transferTo(here.getOutputStream());
                here.close();
            });
            start(() -> new Reading(new DataInputStream(here.getInputStream()), there).all());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (SocketException | EOFException over) {
                        // one side has closed it
                    } catch (IOException broken) {
                        throw new IllegalStateException(broken);
                    }
                },
                "counted statements");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** What one connection says. A transaction is somebody's from its settings to its end. */
    private final class Reading {
        private final DataInputStream in;
        private final Socket there;
        private final DataOutputStream out;
        private final Map<String, String> prepared = new HashMap<>();
        private final Map<String, String> bound = new HashMap<>();
        private final List<String> pending = new ArrayList<>();
        private int waits;
        private boolean ours;
        private boolean asked;
        private boolean open;

        private Reading(DataInputStream in, Socket there) throws IOException {
            this.in = in;
            this.there = there;
            this.out = new DataOutputStream(there.getOutputStream());
        }

        /** What is counted is counted before it is passed on: who sees what a statement did finds it counted. */
        private void all() throws IOException {
            try (there) {
                byte[] opening = body(in.readInt());
                while (ByteBuffer.wrap(opening).getInt() != PROTOCOL) {
                    send(opening); // asks for encryption first, which this server does not have
                    opening = body(in.readInt());
                }
                send(opening);
                while (true) {
                    byte type = in.readByte();
                    byte[] body = body(in.readInt());
                    read(type, ByteBuffer.wrap(body));
                    out.writeByte(type);
                    send(body);
                }
            }
        }

        private byte[] body(int length) throws IOException {
            return in.readNBytes(length - Integer.BYTES);
        }

        private void send(byte[] body) throws IOException {
            out.writeInt(body.length + Integer.BYTES);
            out.write(body);
            out.flush();
        }

        private void read(byte type, ByteBuffer body) {
            switch (type) {
                case 'P' ->
                    prepared.put(text(body), text(body).replaceAll("\\s+", " ").strip());
                case 'B' -> bind(text(body), text(body), body);
                case 'E' -> execute(bound.getOrDefault(text(body), ""));
                case 'S' -> synced();
                default -> {}
            }
        }

        private void bind(String portal, String statement, ByteBuffer body) {
            String sql = prepared.getOrDefault(statement, "");
            bound.put(portal, sql);
            if (sql.startsWith("SELECT set_config('vitaravox.clinic_id'")) {
                ours = firstParameter(body).equals(clinic);
            }
        }

        private static String firstParameter(ByteBuffer body) {
            int formats = body.getShort();
            body.position(body.position() + formats * Short.BYTES + Short.BYTES);
            byte[] value = new byte[Math.max(0, body.getInt())];
            body.get(value);
            return new String(value, StandardCharsets.UTF_8);
        }

        private void execute(String sql) {
            asked = true;
            boolean frame = sql.startsWith("SELECT set_config(") || sql.matches("BEGIN.*|COMMIT|ROLLBACK");
            open = sql.startsWith("BEGIN") || open && !sql.matches("COMMIT|ROLLBACK");
            if (!frame) {
                pending.add(sql);
            }
        }

        /** Once on each connection the driver asks what a statement is like before it executes it: that is not counted. */
        private void synced() {
            waits += asked ? 1 : 0;
            asked = false;
            if (!open) {
                if (ours && pending.stream().noneMatch(rare)) {
                    add(pending, waits);
                }
                pending.clear();
                waits = 0;
                ours = false;
            }
        }

        private static String text(ByteBuffer body) {
            int start = body.position();
            while (body.get() != 0) {
                // up to its end
            }
            return new String(body.array(), start, body.position() - 1 - start, StandardCharsets.UTF_8);
        }
    }
}
