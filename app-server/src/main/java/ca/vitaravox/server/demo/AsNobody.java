package ca.vitaravox.server.demo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. The library that starts it makes a user namespace for root, which containers mostly
 * forbid. Then its programs and data are kept where the user nobody can reach them, and run as nobody.
 */
final class AsNobody {
    private static final int NOBODY = 65534;
    private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl");
    private static final String SCRIPT = """
            #!/bin/sh
            exec setpriv --reuid=65534 --regid=65534 --clear-groups -- "$0.as-nobody" "$@"
            """;

    private AsNobody() {}

    /** Whether this process is root on a Linux that gives it no user namespace. */
    static boolean isNeeded() {
        try {
            return Files.isDirectory(Path.of("/proc/self"))
                    && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                    && new ProcessBuilder("unshare", "-U", "true").start().waitFor() != 0;
        } catch (IOException | UnsupportedOperationException noSuchThing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The place, outside root's home, for what a data folder would hold: the same one each time, and root's own.
     *
     * @throws IOException if it cannot be made, or is somebody else's
     */
    static Path placeFor(Path folder) throws IOException {
        Path place = Path.of("/var/tmp/vitaravox-" + Integer.toHexString(folder.hashCode()));
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(place);
        }
        if (!Integer.valueOf(0).equals(Files.getAttribute(place, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
            throw new IOException(place + " belongs to somebody else");
        }
        DataFolder.keepPrivate(place, "rwx--x--x");
        return place;
    }

    /** Has the unpacked programs run as nobody, who is made the owner of the data. */
    static void arrange(Path binaries, Path cluster) throws IOException {
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(binaries, "PG-*")) {
            for (Path version : versions) {
                if (Files.isDirectory(version)) {
                    wrap(version.resolve("bin"));
                }
            }
        }
        Files.createDirectories(cluster);
        try (Stream<Path> files = Files.walk(cluster)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", NOBODY);
            }
        }
    }

    private static void wrap(Path programs) throws IOException {
        for (String name : PROGRAMS) {
            Path program = programs.resolve(name);
            Path real = programs.resolve(name + ".as-nobody");
            if (!Files.exists(real)) {
                Files.move(program, real);
                Files.writeString(program, SCRIPT);
                DataFolder.keepPrivate(program, "rwxr-xr-x");
            }
        }
    }
}
