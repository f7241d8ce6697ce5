package vn.songhanh.alignment.sla;

import static vn.songhanh.jooq.alignment.Tables.SLA;
import static vn.songhanh.jooq.alignment.Tables.SLA_VERSION;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.MemberId;

@Component
class SlaStore {

    private final DSLContext db;
    private final JsonMapper json;

    SlaStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<Sla> all() {
        return db.selectFrom(SLA).orderBy(SLA.CREATED_AT, SLA.ID).fetch(this::sla);
    }

    Optional<Sla> find(SlaId id) {
        return db.selectFrom(SLA).where(SLA.ID.eq(id.value())).fetchOptional(this::sla);
    }

    Optional<Sla> lock(SlaId id) {
        return db.selectFrom(SLA).where(SLA.ID.eq(id.value())).forUpdate().fetchOptional(this::sla);
    }

    /** All versions that were agreed, the latest first. */
    List<Sla> versions(SlaId id) {
        return db.selectFrom(SLA_VERSION)
                .where(SLA_VERSION.SLA_ID.eq(id.value()))
                .orderBy(SLA_VERSION.VERSION.desc())
                .fetch(this::version);
    }

    Optional<Sla> version(SlaId id, long version) {
        return db.selectFrom(SLA_VERSION)
                .where(SLA_VERSION.SLA_ID.eq(id.value()))
                .and(SLA_VERSION.VERSION.eq(version))
                .fetchOptional(this::version);
    }

    /** Makes it the present version, and keeps it among those that were agreed. */
    void agree(Sla sla, @Nullable MemberId actor) {
        JSONB terms = JSONB.valueOf(json.writeValueAsString(sla.terms()));
        db.with("agreed")
                .as(db.insertInto(SLA_VERSION)
                        .set(SLA_VERSION.SLA_ID, sla.id().value())
                        .set(SLA_VERSION.VERSION, sla.version())
                        .set(SLA_VERSION.NAME, sla.name())
                        .set(SLA_VERSION.TERMS, terms)
                        .set(SLA_VERSION.AGREED_AT, sla.agreedAt().atOffset(ZoneOffset.UTC))
                        .set(SLA_VERSION.ACTOR_ID, actor == null ? null : actor.value())
                        .returning(SLA_VERSION.SLA_ID))
                .update(SLA)
                .set(SLA.VERSION, sla.version())
                .set(SLA.NAME, sla.name())
                .set(SLA.TERMS, terms)
                .set(SLA.UPDATED_AT, sla.agreedAt().atOffset(ZoneOffset.UTC))
                .where(SLA.ID.eq(sla.id().value()))
                .execute();
    }

    private Sla sla(Record row) {
        return new Sla(
                new SlaId(row.get(SLA.ID)),
                row.get(SLA.VERSION),
                row.get(SLA.NAME),
                terms(row.get(SLA.TERMS)),
                row.get(SLA.UPDATED_AT).toInstant());
    }

    private Sla version(Record row) {
        return new Sla(
                new SlaId(row.get(SLA_VERSION.SLA_ID)),
                row.get(SLA_VERSION.VERSION),
                row.get(SLA_VERSION.NAME),
                terms(row.get(SLA_VERSION.TERMS)),
                row.get(SLA_VERSION.AGREED_AT).toInstant());
    }

    private SlaTerms terms(JSONB stored) {
        return json.readValue(stored.data(), SlaTerms.class);
    }
}
