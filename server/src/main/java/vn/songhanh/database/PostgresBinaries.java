package vn.songhanh.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs initdb, pg_ctl and postgres, unpacked once per version out of the jar of this platform. */
final class PostgresBinaries {

    /** The version of the jars in pom.xml ({@code postgres-binaries.version}); a test compares it with the server's. */
    static final String VERSION = "18.6.0";

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    static PostgresBinaries unpackedIn(Path folder) throws IOException {
        Path home = folder.resolve(VERSION);
        if (Files.notExists(home)) {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(VERSION + ".new");
            delete(fresh);
            unpack(archive(), fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(home.toRealPath());
    }

    Path program(String name) {
        return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }

    private static String archive() {
        String system = isWindows() ? "windows" : isMac() ? "darwin" : "linux";
        String processor = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        boolean musl = Files.exists(Path.of("/etc/alpine-release"));
        return "/postgres-" + system + "-" + processor + (musl ? "-alpine_linux" : "") + ".txz";
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new DatabaseCannotStart(
                        "This build holds no PostgreSQL for this computer (" + archive.substring(1)
                                + " is missing); build it here, or use a PostgreSQL of your own with SONGHANH_DATABASE_URL.");
            }
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(entry, tar, target);
                }
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(content, file);
            DataFolder.permit(file, (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
        }
    }
}
