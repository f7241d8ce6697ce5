package vn.songhanh.workspace.imports;

import static vn.songhanh.jooq.workspace.Tables.IMPORT;
import static vn.songhanh.jooq.workspace.Tables.IMPORT_ROW;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Copy;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget.Done;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.access.Mandate;

@Repository
class ImportStore {

    private static final FieldSet FIELDS = new FieldSet(WorkspaceKinds.IMPORT).sortable("createdAt", IMPORT.CREATED_AT);

    private static final List<org.jooq.Field<?>> ROW_COLUMNS = List.of(
            IMPORT_ROW.IMPORT_ID,
            IMPORT_ROW.ROW_NO,
            IMPORT_ROW.OUTCOME,
            IMPORT_ROW.RECORD_ID,
            IMPORT_ROW.REASON,
            IMPORT_ROW.BEFORE,
            IMPORT_ROW.AFTER);

    private static final TypeReference<Map<String, @Nullable Object>> ARGS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    ImportStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void insert(Import it) {
        db.insertInto(IMPORT)
                .set(IMPORT.ID, it.id().value())
                .set(IMPORT.OBJECT, it.object())
                .set(IMPORT.STATUS, it.status().name())
                .set(IMPORT.FILE_ID, it.fileId())
                .set(IMPORT.FILE_NAME, it.fileName())
                .set(IMPORT.ENCODING, it.format().encoding().label())
                .set(IMPORT.SEPARATOR, String.valueOf(it.format().separator()))
                .set(IMPORT.HEADER, it.format().header())
                .set(IMPORT.PLAN, JSONB.valueOf(json.writeValueAsString(it.plan())))
                .set(IMPORT.DUPLICATES, it.duplicates().name())
                .set(IMPORT.HISTORY, it.history())
                .set(IMPORT.DRY_RUN, it.dryRun())
                .set(IMPORT.ROWS, it.rows())
                .set(IMPORT.OWNER_ID, it.owner().value())
                .set(IMPORT.TEAM_ID, it.team().value())
                .set(IMPORT.RUN_BY, it.mandate().member().value())
                .set(IMPORT.RUN_KEY, it.mandate().key())
                .set(IMPORT.CREATED_AT, time(it.createdAt()))
                .set(IMPORT.UPDATED_AT, time(it.createdAt()))
                .execute();
    }

    /** @throws NotFound when there is none that the viewer may see */
    Import require(Viewer viewer, ImportId id) {
        return db.selectFrom(IMPORT)
                .where(IMPORT.ID.eq(id.value()))
                .and(visibleTo(viewer))
                .fetchOptional(this::read)
                .orElseThrow(() -> new NotFound(WorkspaceKinds.IMPORT, id));
    }

    /** Latest first. */
    static Keyset keyset(@Nullable String cursor, @Nullable Integer limit) {
        return Keyset.of(FIELDS, IMPORT.ID, null, "-createdAt", cursor, limit);
    }

    Page<Import> list(Viewer viewer, Keyset keyset) {
        viewer.require(WorkspaceKinds.IMPORT, Action.READ);
        return keyset.page(
                db.select(IMPORT.asterisk())
                        .select(keyset.columns())
                        .from(IMPORT)
                        .where(visibleTo(viewer))
                        .and(keyset.after())
                        .orderBy(keyset.order())
                        .limit(keyset.fetch())
                        .fetch(),
                this::read);
    }

    boolean isHistory(ImportId id) {
        return db.fetchExists(IMPORT, IMPORT.ID.eq(id.value()), IMPORT.HISTORY.isTrue());
    }

    /** For the job, which acts for whoever started it; nobody else changes the import until the transaction ends. */
    Import lock(ImportId id) {
        return db.selectFrom(IMPORT)
                .where(IMPORT.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(this::read)
                .orElseThrow(() -> new NotFound(WorkspaceKinds.IMPORT, id));
    }

    void save(Import it, Instant now) {
        db.update(IMPORT)
                .set(IMPORT.STATUS, it.status().name())
                .set(IMPORT.RUN_BY, it.mandate().member().value())
                .set(IMPORT.RUN_KEY, it.mandate().key())
                .set(IMPORT.DONE_THROUGH, it.doneThrough())
                .set(IMPORT.CREATED, it.counts().created())
                .set(IMPORT.UPDATED, it.counts().updated())
                .set(IMPORT.SKIPPED, it.counts().skipped())
                .set(IMPORT.FAILED, it.counts().failed())
                .set(IMPORT.UNDONE_FROM, it.undoneFrom())
                .set(IMPORT.KEPT, it.kept())
                .set(IMPORT.ERROR, it.error())
                .set(IMPORT.FINISHED_AT, time(it.finishedAt()))
                .set(IMPORT.UPDATED_AT, time(now))
                .set(IMPORT.VERSION, IMPORT.VERSION.plus(1))
                .where(IMPORT.ID.eq(it.id().value()))
                .execute();
    }

    void addRows(ImportId id, List<CsvRow> rows, List<Outcome> outcomes) {
        Copy.into(db, IMPORT_ROW, ROW_COLUMNS, copy -> {
            for (int i = 0; i < rows.size(); i++) {
                long number = rows.get(i).number();
                switch (outcomes.get(i)) {
                    case Outcome.Created made -> copy.row(id, number, "CREATED", made.id(), null, null, null);
                    case Outcome.Updated changed ->
                        copy.row(id, number, "UPDATED", changed.id(), null, changed.before(), changed.after());
                    case Outcome.Skipped skipped ->
                        copy.row(
                                id,
                                number,
                                "SKIPPED",
                                skipped.id(),
                                reason(skipped.code(), skipped.args()),
                                null,
                                null);
                    case Outcome.Failed failed ->
                        copy.row(id, number, "FAILED", null, json.writeValueAsString(failed.errors()), null, null);
                }
            }
        });
    }

    void deleteRows(ImportId id) {
        db.deleteFrom(IMPORT_ROW).where(IMPORT_ROW.IMPORT_ID.eq(id.value())).execute();
    }

    /** Rows that created or changed a record, latest first. */
    List<Done> done(ImportId id, long before, int limit) {
        return db.selectFrom(IMPORT_ROW)
                .where(IMPORT_ROW.IMPORT_ID.eq(id.value()))
                .and(IMPORT_ROW.ROW_NO.lt(before))
                .and(IMPORT_ROW.OUTCOME.in("CREATED", "UPDATED"))
                .orderBy(IMPORT_ROW.ROW_NO.desc())
                .limit(limit)
                .fetch(row -> new Done(row.getRowNo(), row.getRecordId(), data(row.getBefore()), data(row.getAfter())));
    }

    /** Notes why rows could not be taken back. */
    void keep(ImportId id, Map<Long, String> codes) {
        codes.forEach((number, code) -> db.update(IMPORT_ROW)
                .set(IMPORT_ROW.REASON, JSONB.valueOf(reason(code, Map.of())))
                .where(IMPORT_ROW.IMPORT_ID.eq(id.value()))
                .and(IMPORT_ROW.ROW_NO.eq(number))
                .execute());
    }

    /** How a row ended, for the report. */
    record Ended(long number, String outcome, List<Invalid.FieldError> reasons) {}

    /** @param everything also rows that went well and have nothing to tell */
    List<Ended> ended(ImportId id, long after, int limit, boolean everything) {
        return db.selectFrom(IMPORT_ROW)
                .where(IMPORT_ROW.IMPORT_ID.eq(id.value()))
                .and(IMPORT_ROW.ROW_NO.gt(after))
                .and(everything ? DSL.noCondition() : IMPORT_ROW.REASON.isNotNull())
                .orderBy(IMPORT_ROW.ROW_NO)
                .limit(limit)
                .fetch(row -> new Ended(row.getRowNo(), row.getOutcome(), reasons(row.getReason())));
    }

    /** A row that undoing could not take back. */
    record Kept(long number, UUID recordId, List<Invalid.FieldError> reasons) {}

    List<Kept> kept(ImportId id, long after, int limit) {
        return db.selectFrom(IMPORT_ROW)
                .where(IMPORT_ROW.IMPORT_ID.eq(id.value()))
                .and(IMPORT_ROW.ROW_NO.gt(after))
                .and(IMPORT_ROW.OUTCOME.in("CREATED", "UPDATED"))
                .and(IMPORT_ROW.REASON.isNotNull())
                .orderBy(IMPORT_ROW.ROW_NO)
                .limit(limit)
                .fetch(row -> new Kept(row.getRowNo(), row.getRecordId(), reasons(row.getReason())));
    }

    /** Why rows were left out, and how many of them. */
    record Reason(String outcome, Invalid.FieldError error, long rows, long first) {}

    /** Of which there are the most rows first. */
    List<Reason> reasons(ImportId id, int limit) {
        return db.resultQuery("""
                        select outcome, error ->> 'field', error ->> 'code', (error -> 'args') - 'row',
                               count(*) as rows, min(row_no) as first
                        from workspace.import_row, jsonb_array_elements(reason) as error
                        where import_id = {0} and outcome in ('SKIPPED', 'FAILED')
                        group by 1, 2, 3, 4
                        order by rows desc, first
                        limit {1}
                        """, DSL.val(id.value()), DSL.val(limit))
                .fetch(row -> new Reason(
                        row.get(0, String.class),
                        new Invalid.FieldError(
                                row.get(1, String.class),
                                row.get(2, String.class),
                                json.readValue(row.get(3, JSONB.class).data(), ARGS)),
                        row.get(4, Long.class),
                        row.get(5, Long.class)));
    }

    /** What rows name in a field and nobody knows, each once, in the order of the file. */
    List<String> missing(ImportId id, String field, int limit) {
        return db.resultQuery("""
                        select error -> 'args' ->> 'value' as named
                        from workspace.import_row, jsonb_array_elements(reason) as error
                        where import_id = {0} and outcome = 'FAILED'
                            and error ->> 'field' = {1} and error ->> 'code' = {2}
                        group by named
                        order by min(row_no)
                        limit {3}
                        """, DSL.val(id.value()), DSL.val(field), DSL.val(ImportRow.UNKNOWN), DSL.val(limit))
                .fetch(row -> row.get(0, String.class));
    }

    private String reason(String code, Map<String, Object> args) {
        return json.writeValueAsString(List.of(new Invalid.FieldError("row", code, args)));
    }

    private List<Invalid.FieldError> reasons(@Nullable JSONB written) {
        return written == null
                ? List.of()
                : json.readValue(
                        written.data(),
                        json.getTypeFactory().constructCollectionType(List.class, Invalid.FieldError.class));
    }

    private static Condition visibleTo(Viewer viewer) {
        return Visibility.of(viewer, WorkspaceKinds.IMPORT, Action.READ, IMPORT.OWNER_ID, IMPORT.TEAM_ID);
    }

    private Import read(Record row) {
        OffsetDateTime finished = row.get(IMPORT.FINISHED_AT);
        return new Import(
                new ImportId(row.get(IMPORT.ID)),
                row.get(IMPORT.OBJECT),
                Import.Status.valueOf(row.get(IMPORT.STATUS)),
                row.get(IMPORT.FILE_ID),
                row.get(IMPORT.FILE_NAME),
                new CsvFormat(
                        Encoding.named(row.get(IMPORT.ENCODING)).orElseThrow(),
                        row.get(IMPORT.SEPARATOR).charAt(0),
                        row.get(IMPORT.HEADER)),
                json.readValue(row.get(IMPORT.PLAN).data(), ImportPlan.class),
                Duplicates.valueOf(row.get(IMPORT.DUPLICATES)),
                row.get(IMPORT.HISTORY),
                row.get(IMPORT.DRY_RUN),
                row.get(IMPORT.ROWS),
                row.get(IMPORT.DONE_THROUGH),
                new Import.Counts(
                        row.get(IMPORT.CREATED),
                        row.get(IMPORT.UPDATED),
                        row.get(IMPORT.SKIPPED),
                        row.get(IMPORT.FAILED)),
                row.get(IMPORT.UNDONE_FROM),
                row.get(IMPORT.KEPT),
                row.get(IMPORT.ERROR),
                new MemberId(row.get(IMPORT.OWNER_ID)),
                new TeamId(row.get(IMPORT.TEAM_ID)),
                new Mandate(new MemberId(row.get(IMPORT.RUN_BY)), row.get(IMPORT.RUN_KEY)),
                row.get(IMPORT.CREATED_AT).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.get(IMPORT.VERSION));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String data(@Nullable JSONB written) {
        return written == null ? null : written.data();
    }
}
