package vn.songhanh.workspace.files;

import static vn.songhanh.jooq.workspace.Tables.STORED_FILE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Viewer;

@Repository
class StoredFileStore {

    private final DSLContext db;

    StoredFileStore(DSLContext db) {
        this.db = db;
    }

    void insert(StoredFile file, Viewer viewer, Instant now) {
        db.insertInto(STORED_FILE)
                .set(STORED_FILE.ID, file.id())
                .set(STORED_FILE.KEY, file.key())
                .set(STORED_FILE.NAME, file.name())
                .set(STORED_FILE.SIZE, file.size())
                .set(STORED_FILE.SHA256, file.sha256())
                .set(STORED_FILE.OWNER_ID, file.owner().value())
                .set(STORED_FILE.TEAM_ID, viewer.team().value())
                .set(STORED_FILE.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(STORED_FILE.DELETE_AFTER, file.deleteAfter().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<StoredFile> find(UUID id) {
        return db.selectFrom(STORED_FILE).where(STORED_FILE.ID.eq(id)).fetchOptional(StoredFileStore::file);
    }

    void keepUntil(UUID id, Instant deleteAfter) {
        db.update(STORED_FILE)
                .set(STORED_FILE.DELETE_AFTER, deleteAfter.atOffset(ZoneOffset.UTC))
                .where(STORED_FILE.ID.eq(id))
                .execute();
    }

    List<StoredFile> expired(Instant now) {
        return db.selectFrom(STORED_FILE)
                .where(STORED_FILE.DELETE_AFTER.lt(now.atOffset(ZoneOffset.UTC)))
                .orderBy(STORED_FILE.DELETE_AFTER)
                .limit(500)
                .fetch(StoredFileStore::file);
    }

    void delete(UUID id) {
        db.deleteFrom(STORED_FILE).where(STORED_FILE.ID.eq(id)).execute();
    }

    private static StoredFile file(Record row) {
        return new StoredFile(
                row.get(STORED_FILE.ID),
                row.get(STORED_FILE.KEY),
                row.get(STORED_FILE.NAME),
                row.get(STORED_FILE.SIZE),
                row.get(STORED_FILE.SHA256),
                new MemberId(row.get(STORED_FILE.OWNER_ID)),
                row.get(STORED_FILE.DELETE_AFTER).toInstant());
    }
}
