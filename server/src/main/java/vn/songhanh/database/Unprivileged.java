package vn.songhanh.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. Where the product is started as root (containers, mostly) its programs run in a
 * user namespace of their own, or, where the system forbids those, as the user nobody.
 */
enum Unprivileged {
    AS_WE_ARE,
    IN_USER_NAMESPACE,
    AS_NOBODY;

    static Unprivileged detect() {
        if (PostgresBinaries.isWindows() || !System.getProperty("user.name").equals("root")) {
            return AS_WE_ARE;
        }
        if (succeeds("unshare", "-U", "true")) {
            return IN_USER_NAMESPACE;
        }
        if (succeeds("setpriv", "--reuid=nobody", "--clear-groups", "true")) {
            return AS_NOBODY;
        }
        throw new DatabaseCannotStart("PostgreSQL does not run as root, and neither unshare nor setpriv works here;"
                + " start Song Hành as an ordinary user, or use a PostgreSQL of your own with SONGHANH_DATABASE_URL.");
    }

    List<String> command(List<String> command) {
        List<String> wrapped = new ArrayList<>(
                switch (this) {
                    case AS_WE_ARE -> List.of();
                    case IN_USER_NAMESPACE -> List.of("unshare", "-U");
                    case AS_NOBODY -> List.of("setpriv", "--reuid=nobody", "--clear-groups");
                });
        wrapped.addAll(command);
        return wrapped;
    }

    /** Lets PostgreSQL's programs own a folder, and reach it. */
    void give(Path folder) throws IOException {
        switch (this) {
            case AS_WE_ARE, IN_USER_NAMESPACE -> {}
            case AS_NOBODY -> {
                DataFolder.permit(folder.resolveSibling(".").normalize(), "rwx--x--x");
                chown(folder);
            }
        }
    }

    private static void chown(Path folder) throws IOException {
        UserPrincipal nobody =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.setOwner(directory, nobody);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setOwner(file, nobody);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while starting the database", e));
        }
    }
}
