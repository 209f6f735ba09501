package ca.vitaravox.server.time;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The files of a compressed tar archive, in memory, by name; a hard link is one more name. */
final class ZoneArchive {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int KIND_AT = 156;
    private static final int LINKED_AT = 157;
    private static final byte FILE = '0';
    private static final byte HARD_LINK = '1';
    private static final byte FOLDER = '5';
    /** In the directory of a system, but no zones of the database: this machine's own, and "not set". */
    private static final Set<String> NO_ZONES = Set.of("localtime", "Factory");

    private final Map<String, ByteBuffer> files;

    private ZoneArchive(Map<String, ByteBuffer> files) {
        this.files = Map.copyOf(files);
    }

    static ZoneArchive read(InputStream packed) throws IOException {
        byte[] tar = new GZIPInputStream(packed, 1 << 16).readAllBytes();
        Map<String, ByteBuffer> files = new HashMap<>();
        int at = 0;
        while (at + BLOCK <= tar.length && tar[at] != 0) {
            int size = Integer.parseInt(text(tar, at + SIZE_AT, SIZE_LENGTH), 8);
            String name = name(tar, at);
            switch (tar[at + KIND_AT]) {
                case FILE ->
                    files.put(name, ByteBuffer.wrap(tar, at + BLOCK, size).slice());
                case HARD_LINK -> files.put(name, files.get(name(tar, at + LINKED_AT)));
                case FOLDER -> {}
                default -> throw new IOException(name + " is neither a file nor a folder");
            }
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        files.keySet().removeAll(NO_ZONES);
        return new ZoneArchive(files);
    }

    Set<String> names() {
        return files.keySet();
    }

    /** A view of its own on the file's content, so that threads do not share a position. */
    ByteBuffer file(String name) {
        ByteBuffer file = files.get(name);
        if (file == null) {
            throw new NoSuchElementException(name);
        }
        return file.duplicate();
    }

    private static String name(byte[] tar, int from) {
        String name = text(tar, from, NAME_LENGTH);
        return name.startsWith("./") ? name.substring(2) : name;
    }

    private static String text(byte[] tar, int from, int length) {
        int end = from;
        while (end < from + length && tar[end] != 0 && tar[end] != ' ') {
            end++;
        }
        return new String(tar, from, end - from, StandardCharsets.US_ASCII);
    }
}
