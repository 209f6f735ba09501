package ca.vitaravox.server.outgoing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;

/** Carries bytes between a client of ours and a server, both ways, until either hangs up. Holds no thread. */
final class Tunnel {
    private static final int BUFFER = 16 * 1024;

    private final AsynchronousSocketChannel client;
    private final AsynchronousSocketChannel server;

    Tunnel(AsynchronousSocketChannel client, AsynchronousSocketChannel server) {
        this.client = client;
        this.server = server;
    }

    /** Begins. */
    void open() {
        carry(client, server, this::close, ByteBuffer.allocate(BUFFER));
        carry(server, client, this::serverHungUp, ByteBuffer.allocate(BUFFER));
    }

    private void carry(
            AsynchronousSocketChannel from, AsynchronousSocketChannel to, Runnable atItsEnd, ByteBuffer buffer) {
        from.read(
                buffer.clear(),
                null,
                Done.with(
                        count -> {
                            if (count < 0) {
                                atItsEnd.run();
                            } else {
                                write(to, buffer.flip(), () -> carry(from, to, atItsEnd, buffer));
                            }
                        },
                        gone -> close()));
    }

    private void write(AsynchronousSocketChannel to, ByteBuffer buffer, Runnable then) {
        to.write(
                buffer,
                null,
                Done.with(
                        count -> {
                            if (buffer.hasRemaining()) {
                                write(to, buffer, then);
                            } else {
                                then.run();
                            }
                        },
                        gone -> close()));
    }

    /** What it said last is still on its way to the client, who hangs up when it is read. */
    private void serverHungUp() {
        try {
            client.shutdownOutput();
        } catch (IOException gone) {
            close();
        }
    }

    void close() {
        closeQuietly(client);
        closeQuietly(server);
    }

    static void closeQuietly(AsynchronousSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // it is closed all the same
        }
    }
}
