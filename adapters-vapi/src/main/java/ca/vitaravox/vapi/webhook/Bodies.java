package ca.vitaravox.vapi.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads request bodies, as far as they may go. */
final class Bodies {
    /** The largest body, in bytes. */
    static final int LARGEST = 1 << 20;
    /** How much of a body that is too large is read and dropped, so that its sender gets to hear of it. */
    private static final long DROPPED = 8L << 20;

    private Bodies() {}

    /** The whole body; empty if it is larger than {@link #LARGEST}. */
    static Optional<byte[]> read(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LARGEST + 1);
        if (body.length <= LARGEST) {
            return Optional.of(body);
        }
        byte[] rest = new byte[1 << 16];
        long dropped = 0;
        for (int read = 0; read >= 0 && dropped < DROPPED; read = in.read(rest)) {
            dropped += read;
        }
        return Optional.empty();
    }
}
