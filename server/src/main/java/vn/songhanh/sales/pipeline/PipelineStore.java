package vn.songhanh.sales.pipeline;

import static vn.songhanh.jooq.sales.Tables.DEAL;
import static vn.songhanh.jooq.sales.Tables.PIPELINE;
import static vn.songhanh.jooq.sales.Tables.STAGE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class PipelineStore {

    private final DSLContext db;

    PipelineStore(DSLContext db) {
        this.db = db;
    }

    List<Pipeline> inUse() {
        return pipelines(PIPELINE.ARCHIVED_AT.isNull());
    }

    /** Archived ones too. */
    List<Pipeline> all() {
        return pipelines(DSL.noCondition());
    }

    /** All of them, for they are arranged together; nobody else can until the transaction ends. */
    List<Pipeline> lockAll() {
        db.execute("select pg_advisory_xact_lock(hashtextextended('pipelines', 1))");
        return all();
    }

    Optional<Pipeline> find(PipelineId id) {
        return pipelines(PIPELINE.ID.eq(id.value())).stream().findFirst();
    }

    /** Of pipelines and of stages, archived ones too. */
    Map<UUID, String> names(Collection<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        return db.select(PIPELINE.ID, PIPELINE.NAME)
                .from(PIPELINE)
                .where(PIPELINE.ID.eq(DSL.any(wanted)))
                .unionAll(DSL.select(STAGE.ID, STAGE.NAME).from(STAGE).where(STAGE.ID.eq(DSL.any(wanted))))
                .fetchMap(PIPELINE.ID, PIPELINE.NAME);
    }

    private List<Pipeline> pipelines(Condition condition) {
        Map<UUID, Pipeline> found = new LinkedHashMap<>();
        db.select(PIPELINE.ID, PIPELINE.VERSION, PIPELINE.NAME, PIPELINE.ARCHIVED_AT, PIPELINE.POSITION)
                .select(STAGE.fields())
                .from(PIPELINE)
                .join(STAGE)
                .on(STAGE.PIPELINE_ID.eq(PIPELINE.ID))
                .and(STAGE.ARCHIVED_AT.isNull())
                .where(condition)
                .orderBy(PIPELINE.POSITION, PIPELINE.ID, STAGE.POSITION)
                .forEach(row -> found.computeIfAbsent(
                                row.get(PIPELINE.ID),
                                id -> new Pipeline(
                                        new PipelineId(id),
                                        row.get(PIPELINE.VERSION),
                                        row.get(PIPELINE.NAME),
                                        row.get(PIPELINE.POSITION),
                                        row.get(PIPELINE.ARCHIVED_AT) != null,
                                        new ArrayList<>()))
                        .stages()
                        .add(stage(row)));
        return List.copyOf(found.values());
    }

    /** Locked against archiving until the transaction ends, so that no deal enters a stage that is going. */
    Optional<Stage> lockForEntry(StageId id) {
        return db.select(STAGE.fields())
                .select(PIPELINE.ARCHIVED_AT)
                .from(STAGE)
                .join(PIPELINE)
                .on(PIPELINE.ID.eq(STAGE.PIPELINE_ID))
                .where(STAGE.ID.eq(id.value()))
                .forKeyShare()
                .of(STAGE, PIPELINE)
                .fetchOptional(PipelineStore::stage);
    }

    void lockAllForEntry() {
        db.select(STAGE.ID)
                .from(STAGE)
                .join(PIPELINE)
                .on(PIPELINE.ID.eq(STAGE.PIPELINE_ID))
                .where(STAGE.ARCHIVED_AT.isNull())
                .and(PIPELINE.ARCHIVED_AT.isNull())
                .orderBy(STAGE.ID)
                .forKeyShare()
                .of(STAGE, PIPELINE)
                .execute();
    }

    /** The first stage of the pipeline, or of the first pipeline, if it is in use; locked as {@link #lockForEntry}. */
    Optional<Stage> lockFirst(@Nullable PipelineId pipeline) {
        return db.select(STAGE.fields())
                .select(PIPELINE.ARCHIVED_AT)
                .from(STAGE)
                .join(PIPELINE)
                .on(PIPELINE.ID.eq(STAGE.PIPELINE_ID))
                .where(STAGE.ARCHIVED_AT.isNull())
                .and(PIPELINE.ARCHIVED_AT.isNull())
                .and(pipeline == null ? DSL.noCondition() : PIPELINE.ID.eq(pipeline.value()))
                .orderBy(PIPELINE.POSITION, PIPELINE.ID, STAGE.POSITION)
                .limit(1)
                .forKeyShare()
                .of(STAGE, PIPELINE)
                .fetchOptional(PipelineStore::stage);
    }

    void insert(Pipeline pipeline, Instant now) {
        db.insertInto(PIPELINE)
                .set(PIPELINE.ID, pipeline.id().value())
                .set(PIPELINE.NAME, pipeline.name())
                .set(PIPELINE.POSITION, pipeline.position())
                .set(PIPELINE.ARCHIVED_AT, archivedAt(pipeline, now))
                .set(PIPELINE.CREATED_AT, utc(now))
                .set(PIPELINE.UPDATED_AT, utc(now))
                .execute();
        saveStages(pipeline, now);
    }

    /** @return whether it was still of the version that the change was made on */
    boolean update(Pipeline pipeline, Instant now) {
        return db.update(PIPELINE)
                        .set(PIPELINE.NAME, pipeline.name())
                        .set(PIPELINE.POSITION, pipeline.position())
                        .set(PIPELINE.ARCHIVED_AT, archivedAt(pipeline, now))
                        .set(PIPELINE.VERSION, PIPELINE.VERSION.plus(1))
                        .set(PIPELINE.UPDATED_AT, utc(now))
                        .where(PIPELINE.ID.eq(pipeline.id().value()))
                        .and(PIPELINE.VERSION.eq(pipeline.version()))
                        .execute()
                == 1;
    }

    /** Making room is no change of what is drawn, so its version stays. */
    void place(PipelineId id, int position, Instant now) {
        db.update(PIPELINE)
                .set(PIPELINE.POSITION, position)
                .set(PIPELINE.UPDATED_AT, utc(now))
                .where(PIPELINE.ID.eq(id.value()))
                .execute();
    }

    /** Whether open deals are in it; none enters until the transaction ends. */
    boolean lockedWithOpenDeals(PipelineId id) {
        db.select(PIPELINE.ID)
                .from(PIPELINE)
                .where(PIPELINE.ID.eq(id.value()))
                .forUpdate()
                .execute();
        return db.fetchExists(
                DEAL,
                DEAL.PIPELINE_ID.eq(id.value()).and(DEAL.STATUS.eq("OPEN")).and(DEAL.DELETED_AT.isNull()));
    }

    void saveStages(Pipeline pipeline, Instant now) {
        var insert = db.insertInto(
                STAGE,
                STAGE.ID,
                STAGE.PIPELINE_ID,
                STAGE.NAME,
                STAGE.KIND,
                STAGE.POSITION,
                STAGE.PROBABILITY,
                STAGE.ROTTING_DAYS,
                STAGE.CREATED_AT);
        for (Stage stage : pipeline.stages()) {
            insert = insert.values(
                    stage.id().value(),
                    stage.pipelineId().value(),
                    stage.name(),
                    stage.kind().name(),
                    stage.position(),
                    (short) stage.probability(),
                    stage.rottingDays(),
                    utc(now));
        }
        insert.onConflict(STAGE.ID)
                .doUpdate()
                .set(STAGE.NAME, DSL.excluded(STAGE.NAME))
                .set(STAGE.POSITION, DSL.excluded(STAGE.POSITION))
                .set(STAGE.PROBABILITY, DSL.excluded(STAGE.PROBABILITY))
                .set(STAGE.ROTTING_DAYS, DSL.excluded(STAGE.ROTTING_DAYS))
                .execute();
    }

    /** @return the names of those that open deals still stand in; none of them is archived then */
    List<String> archive(Collection<StageId> stages, Instant now) {
        UUID[] ids = stages.stream().map(StageId::value).toArray(UUID[]::new);
        db.select(STAGE.ID)
                .from(STAGE)
                .where(STAGE.ID.eq(DSL.any(ids)))
                .orderBy(STAGE.ID)
                .forUpdate()
                .execute();
        List<String> occupied = db.select(STAGE.NAME)
                .from(STAGE)
                .where(STAGE.ID.eq(DSL.any(ids)))
                .andExists(DSL.selectOne()
                        .from(DEAL)
                        .where(DEAL.STAGE_ID.eq(STAGE.ID))
                        .and(DEAL.STATUS.eq("OPEN"))
                        .and(DEAL.DELETED_AT.isNull()))
                .fetch(STAGE.NAME);
        if (occupied.isEmpty()) {
            db.update(STAGE)
                    .set(STAGE.ARCHIVED_AT, utc(now))
                    .where(STAGE.ID.eq(DSL.any(ids)))
                    .execute();
        }
        return occupied;
    }

    private static Stage stage(Record row) {
        return new Stage(
                new StageId(row.get(STAGE.ID)),
                new PipelineId(row.get(STAGE.PIPELINE_ID)),
                row.get(STAGE.NAME),
                StageKind.valueOf(row.get(STAGE.KIND)),
                row.get(STAGE.POSITION),
                row.get(STAGE.PROBABILITY),
                row.get(STAGE.ROTTING_DAYS),
                row.get(STAGE.ARCHIVED_AT) != null || row.get(PIPELINE.ARCHIVED_AT) != null);
    }

    private static @Nullable OffsetDateTime archivedAt(Pipeline pipeline, Instant now) {
        return pipeline.archived() ? utc(now) : null;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
