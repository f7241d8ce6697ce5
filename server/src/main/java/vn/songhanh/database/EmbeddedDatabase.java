package vn.songhanh.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The data folder and the PostgreSQL on it, opened in the background from the first moment of the start. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "songhanh";

    private final CompletableFuture<DataFolder> folder;
    private final CompletableFuture<PostgresServer> server;
    private final CompletableFuture<DatabaseAccess> access;

    EmbeddedDatabase(Path data) {
        folder = CompletableFuture.supplyAsync(
                () -> DataFolder.open(data),
                task -> Thread.ofPlatform().name("database-start").start(task));
        server = folder.thenApply(opened -> PostgresServer.start(opened, Durability.FULL));
        access = server.thenApply(started -> {
            Roles.establish(started, NAME);
            return new DatabaseAccess(started.url(NAME), started.owner(), started.application());
        });
    }

    /** Waits until it can be used. */
    DatabaseAccess access() {
        try {
            return access.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DatabaseCannotStart reason) {
                throw reason;
            }
            throw e;
        }
    }

    /** Stops what was started, also when nobody has waited for it. */
    @Override
    public void close() {
        access.handle((done, failure) -> failure).join();
        if (!server.isCompletedExceptionally()) {
            server.join().close();
        }
        if (!folder.isCompletedExceptionally()) {
            folder.join().close();
        }
    }
}
