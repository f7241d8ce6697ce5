package vn.songhanh.workspace.settings;

import static vn.songhanh.jooq.workspace.Tables.SETTINGS;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class SettingsStore {

    private final DSLContext db;

    SettingsStore(DSLContext db) {
        this.db = db;
    }

    Optional<WorkspaceSettings> find() {
        return db.selectFrom(SETTINGS)
                .fetchOptional(row -> new WorkspaceSettings(
                        row.getId(),
                        row.getVersion(),
                        row.getName(),
                        ZoneId.of(row.getZone()),
                        row.getCurrency(),
                        row.getLocale()));
    }

    /** @return whether there was none before */
    boolean insert(WorkspaceSettings settings, Instant now) {
        return db.insertInto(SETTINGS)
                        .set(SETTINGS.ID, settings.id())
                        .set(SETTINGS.NAME, settings.name())
                        .set(SETTINGS.ZONE, settings.zone().getId())
                        .set(SETTINGS.CURRENCY, settings.currency())
                        .set(SETTINGS.LOCALE, settings.locale())
                        .set(SETTINGS.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(SETTINGS.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** @return whether they still were of that version */
    boolean update(WorkspaceSettings settings, long version, Instant now) {
        return db.update(SETTINGS)
                        .set(SETTINGS.NAME, settings.name())
                        .set(SETTINGS.ZONE, settings.zone().getId())
                        .set(SETTINGS.CURRENCY, settings.currency())
                        .set(SETTINGS.LOCALE, settings.locale())
                        .set(SETTINGS.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(SETTINGS.VERSION, version + 1)
                        .where(SETTINGS.VERSION.eq(version))
                        .execute()
                == 1;
    }
}
