package ca.vitaravox.server.demo;

import ca.vitaravox.server.cli.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The folder in which the demo keeps what it has, used by one process at a time. It knows its own files by name and
 * touches no others; a folder that already holds something else is refused.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "demo.lock";
    private static final String CLUSTER = "pg17";
    private static final String BINARIES = "postgresql";
    private static final String ROLES = "roles.properties";
    private static final String SERVER_LOG = "server.log";
    private static final String POSTGRES_LOG = "postgres.log";
    private static final List<String> OURS =
            List.of(CLUSTER, BINARIES, ROLES, SERVER_LOG, SERVER_LOG + ".1", SERVER_LOG + ".2", POSTGRES_LOG);

    private final Path folder;
    private final Path place;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, Path place, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.place = place;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens the folder, making it if it is not there.
     *
     * @throws Refused if it cannot be written, holds something else, or is in use
     */
    public static DataFolder open(Path written) {
        Path folder = written.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(LOCK)) && !isEmpty(folder)) {
                throw new Refused(folder + " holds something else: name an empty folder with --data.");
            }
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Refused("Another demo is using " + folder + ": end it, or name another folder with --data.");
            }
            keepPrivate(folder, "rwx------");
            return new DataFolder(folder, AsNobody.isNeeded() ? AsNobody.placeFor(folder) : folder, channel, lock);
        } catch (AccessDeniedException denied) {
            throw unwritable(folder, denied);
        } catch (IOException broken) {
            throw unwritable(folder, broken);
        }
    }

    private static Refused unwritable(Path folder, IOException why) {
        return new Refused(folder + " cannot be written: name another folder with --data.", why);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    /** Takes everything but the owner's rights off a file, where the file system knows such rights. */
    static void keepPrivate(Path file, String rights) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        }
    }

    /**
     * Deletes the data the demo keeps here, and nothing else; PostgreSQL's unpacked programs stay.
     *
     * @throws IOException if something could not be deleted
     */
    public void wipe() throws IOException {
        for (String name : OURS) {
            delete(folder.resolve(name));
        }
        delete(cluster());
    }

    private static void delete(Path made) throws IOException {
        if (Files.exists(made)) {
            Files.walkFileTree(made, new Deleting());
        }
    }

    Path cluster() {
        return place.resolve(CLUSTER);
    }

    Path binaries() {
        return place.resolve(BINARIES);
    }

    Path roles() {
        return folder.resolve(ROLES);
    }

    Path postgresLog() {
        return folder.resolve(POSTGRES_LOG);
    }

    /** Where the server's log goes. */
    public Path serverLog() {
        return folder.resolve(SERVER_LOG);
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException thrown) throws IOException {
            if (thrown != null) {
                throw thrown;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
