package ca.vitaravox.server.demo;

import java.nio.file.Path;

/** A process that starts a database and dies: without stopping it, or with {@code stop} after stopping it. */
final class AbandonedDatabase {
    private AbandonedDatabase() {}

    public static void main(String[] args) throws Exception {
        DataFolder folder = DataFolder.open(Path.of(args[0]));
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        if (args.length > 1 && args[1].equals("stop")) {
            database.close();
            folder.wipe();
            Runtime.getRuntime().halt(0);
        }
        Runtime.getRuntime().halt(9);
    }
}
