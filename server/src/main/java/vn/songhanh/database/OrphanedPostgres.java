package vn.songhanh.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a killed application left running on a data folder. Only the holder of the folder's lock may call this. */
final class OrphanedPostgres {

    private static final Logger log = LoggerFactory.getLogger(OrphanedPostgres.class);

    private OrphanedPostgres() {}

    /** Asks the left-over server to stop, first politely, so that it writes everything down. */
    static void stop(Path data, BiConsumer<String, ProcessHandle> signal) throws IOException {
        Optional<ProcessHandle> postmaster = postmaster(data);
        if (postmaster.isPresent()) {
            log.warn(
                    "Stopping a PostgreSQL that was left running (process {})",
                    postmaster.get().pid());
            signal.accept("INT", postmaster.get());
            if (!ended(postmaster.get(), Duration.ofMinutes(1))) {
                signal.accept("QUIT", postmaster.get());
                if (!ended(postmaster.get(), Duration.ofSeconds(10))) {
                    postmaster.get().destroyForcibly();
                    ended(postmaster.get(), Duration.ofSeconds(10));
                }
            }
        }
        // Without its postmaster a backend only notices between two statements.
        for (ProcessHandle backend : backends(data)) {
            log.warn("Stopping a PostgreSQL backend that was left running (process {})", backend.pid());
            signal.accept("QUIT", backend);
            if (!ended(backend, Duration.ofSeconds(10))) {
                backend.destroyForcibly();
                ended(backend, Duration.ofSeconds(10));
            }
        }
        forgetAlienProcess(data);
    }

    /**
     * After a restart of the machine, or of a container, the number in postmaster.pid often belongs to some other
     * program by now. PostgreSQL would then not start; whoever holds the folder's lock knows better.
     */
    private static void forgetAlienProcess(Path data) throws IOException {
        Optional<ProcessHandle> named = named(data);
        if (named.isPresent() && named.filter(process -> serves(process, data)).isEmpty()) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    /** The process that postmaster.pid names, if it is alive and really serves this folder: numbers are used again. */
    static Optional<ProcessHandle> postmaster(Path data) {
        return named(data).filter(process -> serves(process, data));
    }

    private static Optional<ProcessHandle> named(Path data) {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid")).stream()
                    .findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // no such file, or one that was being written when the machine stopped
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().matches("postgres(\\.exe)?"))
                .orElse(false);
    }

    private static boolean serves(ProcessHandle process, Path data) {
        Optional<String[]> arguments = process.info().arguments();
        return isPostgres(process)
                && (arguments.isEmpty()
                        || List.of(arguments.get()).contains(data.toString())
                        || worksIn(process, data));
    }

    private static List<ProcessHandle> backends(Path data) {
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes
                    .filter(process -> isPostgres(process) && worksIn(process, data))
                    .toList();
        }
    }

    /** Every process of a PostgreSQL works in its data folder; only Linux tells. */
    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // ended meanwhile, or another system
        }
    }

    private static boolean ended(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new DatabaseCannotStart("Cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseCannotStart("Interrupted while waiting for process " + process.pid(), e);
        }
    }
}
