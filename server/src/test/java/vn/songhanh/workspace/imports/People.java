package vn.songhanh.workspace.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.shared.Copy;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

/** The least that can be imported: a table of people, no two with one e-mail. */
class People implements ImportTarget {

    private static final Table<org.jooq.Record> PERSON = DSL.table(DSL.name("workspace", "test_person"));
    private static final org.jooq.Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final org.jooq.Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.VARCHAR);
    private static final org.jooq.Field<String> EMAIL = DSL.field(DSL.name("email"), SQLDataType.VARCHAR);
    private static final org.jooq.Field<String> STAGE = DSL.field(DSL.name("stage"), SQLDataType.VARCHAR);

    /** How many batches go well before one is cut off in the middle; negative for all. */
    final AtomicInteger batchesBeforeCrash = new AtomicInteger(-1);

    volatile Runnable betweenBatches = () -> {};

    private final DSLContext db;

    People(DSLContext db) {
        this.db = db;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        People importablePeople(DSLContext db, Environment environment) {
            try (var owner = DSL.using(
                    environment.getRequiredProperty("SONGHANH_DATABASE_URL"),
                    environment.getRequiredProperty("SONGHANH_DATABASE_OWNER_USER"),
                    environment.getRequiredProperty("SONGHANH_DATABASE_OWNER_PASSWORD"))) {
                owner.execute("""
                        create table workspace.test_person (
                            id uuid primary key, name text not null check (name <> 'the refused'),
                            email text unique, stage text)""");
            }
            return new People(db);
        }
    }

    @Override
    public String object() {
        return "people";
    }

    @Override
    public RecordKind kind() {
        return ContactKinds.CONTACT;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.required("name", "Họ tên | Full name"),
                Field.of("email", "E-mail | Thư điện tử"),
                Field.of("stage", "Giai đoạn").oneOf(List.of("LEAD", "MQL")),
                Field.of("company", "Công ty").naming("name", "taxCode"));
    }

    @Override
    public List<Outcome> take(Batch batch) {
        Map<String, UUID> known = new HashMap<>();
        String[] emails = batch.rows().stream()
                .map(row -> row.get("email"))
                .filter(email -> email != null)
                .toArray(String[]::new);
        db.select(ID, EMAIL)
                .from(PERSON)
                .where(EMAIL.eq(DSL.any(emails)))
                .forEach(row -> known.put(row.get(EMAIL), row.get(ID)));
        List<Outcome> outcomes = new ArrayList<>();
        List<Object[]> made = new ArrayList<>();
        for (ImportRow row : batch.rows()) {
            String email = row.get("email");
            UUID there = email == null ? null : known.get(email);
            if (there == null && email != null && batch.seen().has(email)) {
                there = new UUID(0, 0);
            }
            if (there != null && batch.duplicates() == Duplicates.UPDATE) {
                outcomes.add(batch.dryRun() ? new Outcome.Updated(there, "{}", "{}") : update(there, row));
            } else if (there != null) {
                outcomes.add(new Outcome.Skipped(there, "duplicate"));
            } else {
                UUID id = Ids.next();
                outcomes.add(new Outcome.Created(id));
                made.add(new Object[] {id, row.get("name"), email, row.get("stage")});
                if (email != null) {
                    known.put(email, id);
                    if (batch.dryRun()) {
                        batch.seen().add(email, row.number());
                    }
                }
            }
        }
        if (!batch.dryRun()) {
            Copy.into(db, PERSON, List.of(ID, NAME, EMAIL, STAGE), copy -> made.forEach(copy::row));
        }
        if (batchesBeforeCrash.getAndDecrement() == 0) {
            throw new OutOfMemoryError("killed in the middle of a batch");
        }
        betweenBatches.run();
        return outcomes;
    }

    private Outcome update(UUID id, ImportRow row) {
        JsonMapper json = JsonMapper.shared();
        String before = db.select(NAME).from(PERSON).where(ID.eq(id)).fetchSingle(NAME);
        db.update(PERSON).set(NAME, row.get("name")).where(ID.eq(id)).execute();
        return new Outcome.Updated(
                id,
                json.writeValueAsString(Map.of("name", before)),
                json.writeValueAsString(Map.of("name", String.valueOf(row.get("name")))));
    }

    @Override
    public Map<Long, String> undo(Viewer viewer, UUID importId, List<Done> rows, Instant now) {
        betweenBatches.run();
        Map<Long, String> kept = new HashMap<>();
        for (Done row : rows) {
            if (row.created()) {
                if (db.fetchExists(PERSON, ID.eq(row.id()).and(STAGE.eq("MQL")))) {
                    kept.put(row.number(), "used-since");
                } else {
                    db.deleteFrom(PERSON).where(ID.eq(row.id())).execute();
                }
            } else if (row.before() != null) {
                String name =
                        JsonMapper.shared().readTree(row.before()).get("name").stringValue();
                db.update(PERSON).set(NAME, name).where(ID.eq(row.id())).execute();
            }
        }
        return kept;
    }
}
