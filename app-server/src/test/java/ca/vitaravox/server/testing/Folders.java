package ca.vitaravox.server.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data folders that share PostgreSQL's unpacked binaries, since unpacking them takes seconds. */
public final class Folders {
    private static final Path BINARIES = Path.of("target", "postgresql").toAbsolutePath();

    private Folders() {}

    /** Readies an empty folder for {@code DataFolder.open}; {@code wipe} deletes the link, not the binaries. */
    public static Path ready(Path empty) throws IOException {
        Files.createDirectories(BINARIES);
        Files.createFile(empty.resolve("demo.lock"));
        Files.createSymbolicLink(empty.resolve("postgresql"), BINARIES);
        return empty;
    }
}
