package ca.vitaravox.server.endtoend;

import ca.vitaravox.server.testing.OwnDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two servers on one database, each on a port that it keeps when it is restarted. For one thread. */
final class Fleet implements AutoCloseable {
    private final OwnDatabase database;
    private final int[] ports;
    private final List<ServeProcess> servers = new ArrayList<>();

    private Fleet(OwnDatabase database, int... ports) {
        this.database = database;
        this.ports = ports.clone();
    }

    /**
     * Starts both.
     *
     * @param drain milliseconds for which they say that they leave
     */
    static Fleet start(OwnDatabase database, int drain) throws IOException {
        Fleet fleet = new Fleet(database, freePort(), freePort());
        fleet.servers.add(fleet.server(0, drain));
        fleet.servers.add(fleet.server(1, drain));
        fleet.servers.forEach(ServeProcess::port);
        return fleet;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private ServeProcess server(int n, int drain) throws IOException {
        return ServeProcess.on(
                database,
                Map.of(
                        "VITARAVOX_PORT",
                        Integer.toString(ports[n]),
                        "VITARAVOX_DRAIN_MS",
                        Integer.toString(drain),
                        "VITARAVOX_TOOL_DEADLINE_MS",
                        "15000")); // a call that fails is to be one that was lost, and no late one
    }

    /** Their ports. */
    int[] ports() {
        return ports.clone();
    }

    /** Ends one of them (SIGTERM), and returns its exit code. */
    int end(int n) throws InterruptedException {
        return servers.get(n).end();
    }

    /** Starts one again that has ended, on its port, and waits until it takes calls. */
    void restart(int n, int drain) throws IOException {
        servers.set(n, server(n, drain));
        servers.get(n).port();
    }

    @Override
    public void close() {
        servers.forEach(ServeProcess::close);
    }
}
