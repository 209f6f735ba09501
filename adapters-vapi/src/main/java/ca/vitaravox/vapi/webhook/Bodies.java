package ca.vitaravox.vapi.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Reads request bodies, as far as they may go. */
public final class Bodies {
    /** The largest body, in bytes. */
    static final int LARGEST = 1 << 20;
    /** How much of a body that is too large is read and dropped, so that its sender gets to hear of it. */
    private static final long DROPPED = 8L << 20;

    /** So much is set aside for a body by what its sender says of it alone. */
    private static final int BELIEVED = 1 << 16;

    private Bodies() {}

    /**
     * The whole body; empty if it is larger than {@link #LARGEST}.
     *
     * @param length how long it is said to be; negative if nothing is said
     */
    static Optional<byte[]> read(InputStream in, long length) throws IOException {
        if (length >= 0 && length <= BELIEVED) {
            byte[] body = new byte[(int) length];
            int read = in.readNBytes(body, 0, body.length);
            return Optional.of(read == body.length ? body : Arrays.copyOf(body, read));
        }
        byte[] body = in.readNBytes(LARGEST + 1);
        if (body.length <= LARGEST) {
            return Optional.of(body);
        }
        dropRest(in);
        return Optional.empty();
    }

    /**
     * Reads on and forgets, up to 8 MiB: a connection is reset under whoever still sends when it is closed, and the answer is
     * lost.
     */
    public static void dropRest(InputStream in) throws IOException {
        byte[] rest = new byte[1 << 16];
        long dropped = 0;
        for (int read = 0; read >= 0 && dropped < DROPPED; read = in.read(rest)) {
            dropped += read;
        }
    }
}
