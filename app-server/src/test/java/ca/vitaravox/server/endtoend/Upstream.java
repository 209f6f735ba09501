package ca.vitaravox.server.endtoend;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers every request with 200, or dies of each as soon as it has read it. */
final class Upstream implements AutoCloseable {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listening = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    private final boolean dies;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private Upstream(boolean dies) throws IOException {
        this.dies = dies;
        thread(this::accept);
    }

    static Upstream answering() throws IOException {
        return new Upstream(false);
    }

    static Upstream dying() throws IOException {
        return new Upstream(true);
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "upstream");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listening.accept();
                thread(() -> serve(connection));
            }
        } catch (IOException closed) {
            // so nobody connects any more
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                in.readNBytes(length(head));
                seen.add(head);
                if (dies) {
                    return;
                }
                out.write(ANSWER);
                out.flush();
            }
        } catch (IOException gone) {
            // so is whoever asked
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int each = in.read(); each >= 0; each = in.read()) {
            head.append((char) each);
            if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private static int length(String head) {
        return head.lines()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .filter(each -> each.startsWith("content-length:"))
                .mapToInt(each -> Integer.parseInt(
                        each.substring("content-length:".length()).strip()))
                .findFirst()
                .orElse(0);
    }

    /** The heads of the requests that came. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
