package ca.vitaravox.server.demo;

import java.nio.file.Path;

/** A process that starts a database and dies without stopping it. */
final class AbandonedDatabase {
    private AbandonedDatabase() {}

    public static void main(String[] args) {
        EmbeddedDatabase.start(DataFolder.open(Path.of(args[0])));
        Runtime.getRuntime().halt(9);
    }
}
