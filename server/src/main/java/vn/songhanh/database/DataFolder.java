package vn.songhanh.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder that holds everything that must outlive a restart. Whoever has it open holds its lock, so that two
 * instances never share one; the operating system lets go of the lock when the process dies, however it dies.
 */
public final class DataFolder implements AutoCloseable {

    /** POSIX drops a process's lock when it closes the file through any channel: this process must not open it twice. */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel lockFile, FileLock lock) {
        this.root = root;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    public static DataFolder open(Path folder) {
        try {
            Path root = Files.createDirectories(folder).toRealPath();
            if (isUnused(root)) {
                permit(root, "rwx------");
            }
            if (!OPEN_HERE.add(root)) {
                throw inUse(root, ProcessHandle.current().pid() + "");
            }
            try {
                return lock(root);
            } catch (IOException | RuntimeException e) {
                OPEN_HERE.remove(root);
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseCannotStart("The data folder " + folder + " cannot be used: " + e, e);
        }
    }

    /** Uploads may have got their place before; a folder with anything else in it keeps the permissions that it has. */
    private static boolean isUnused(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.allMatch(entry -> entry.endsWith("uploads"));
        }
    }

    private static DataFolder lock(Path root) throws IOException {
        FileChannel lockFile = FileChannel.open(
                root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = lockFile.tryLock();
        if (lock == null) {
            String holder = holder(lockFile);
            lockFile.close();
            throw inUse(root, holder);
        }
        lockFile.truncate(0);
        lockFile.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
        return new DataFolder(root, lockFile, lock);
    }

    private static DatabaseCannotStart inUse(Path root, String process) {
        return new DatabaseCannotStart("The data folder " + root + " is already in use by another Song Hành (process "
                + process + "); stop that one, or choose another folder with SONGHANH_DATA_DIR.");
    }

    Path root() {
        return root;
    }

    /** Where PostgreSQL keeps its files. */
    Path database() {
        return root.resolve("database");
    }

    Path logs() {
        return root.resolve("log");
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
            OPEN_HERE.remove(root);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of " + root, e);
        }
    }

    /** On systems that know POSIX permissions; elsewhere the folder's own access list rules. */
    static void permit(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !Files.isSymbolicLink(path)
                && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static String holder(FileChannel lockFile) {
        try {
            ByteBuffer content = ByteBuffer.allocate(20);
            lockFile.read(content, 0);
            String pid = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
            return pid.isEmpty() ? "unknown" : pid;
        } catch (IOException e) {
            return "unknown"; // Windows keeps a locked file from being read
        }
    }
}
