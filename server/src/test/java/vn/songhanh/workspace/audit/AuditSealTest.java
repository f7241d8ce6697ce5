package vn.songhanh.workspace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.LateWrites;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;
import vn.songhanh.testing.TestTimers;
import vn.songhanh.workspace.audit.AuditCheck.Broken;
import vn.songhanh.workspace.audit.AuditCheck.Fault;

/** Whoever owns the tables can do everything to them; the chain tells of it. */
@SongHanhTest
class AuditSealTest {

    private static final String ENTRIES = "workspace.audit_entry";

    @Autowired
    Api api;

    @Autowired
    Audit audit;

    @Autowired
    AuditSeals seals;

    @Autowired
    AuditStore store;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestTimers timers;

    @Autowired
    TestClock clock;

    @Autowired
    Environment environment;

    /** The record of an entry that lies alone under a seal of its own, with others before and after it. */
    private UUID record = Ids.next();

    private AuditSeal sealBefore = AuditSeal.NONE;

    @BeforeEach
    void seal() {
        api.ready();
        note(Ids.next());
        sealBefore = sealAll();
        record = note(Ids.next());
        clock.advance(Duration.ofMinutes(1));
        sealAll();
        note(Ids.next());
        clock.advance(Duration.ofMinutes(1));
        sealAll();
    }

    @Test
    void what_nobody_touched_is_whole() {
        AuditCheck check = seals.check();
        assertThat(check.broken()).isNull();
        assertThat(check.seals()).isGreaterThanOrEqualTo(3);
        assertThat(check.entries()).isEqualTo(db.fetchCount(DSL.table(ENTRIES)));
    }

    @Test
    void an_entry_that_was_rewritten_is_found() {
        owner("update " + ENTRIES + " set actor_id = '" + Ids.next() + "' where record_id = '" + record + "'");
        assertBroken(Fault.ENTRY_CHANGED, null);
        owner("update " + ENTRIES + " set actor_id = null where record_id = '" + record + "'");
        assertThat(seals.check().broken()).isNull();
    }

    @Test
    void values_that_were_rewritten_are_found_and_named() {
        owner("update " + ENTRIES + " set after = '{\"amount\":\"1\"}' where record_id = '" + record + "'");
        assertBroken(Fault.VALUES_CHANGED, entryId());
        owner("update " + ENTRIES + " set after = '{\"amount\":\"9000000\"}' where record_id = '" + record + "'");
        assertThat(seals.check().broken()).isNull();
    }

    @Test
    void an_entry_that_was_removed_is_missed() {
        owner("create table kept as select * from " + ENTRIES + " where record_id = '" + record + "'");
        owner("delete from " + ENTRIES + " where record_id = '" + record + "'");
        assertBroken(Fault.ENTRY_REMOVED, null);
        owner("insert into " + ENTRIES + " select * from kept");
        owner("drop table kept");
        assertThat(seals.check().broken()).isNull();
    }

    @Test
    void an_entry_that_was_slipped_in_is_found() {
        UUID slipped = Ids.next();
        owner("insert into " + ENTRIES
                + " (id, xid, at, via, kind, record_id, action, salt, digest) select '" + slipped
                + "', xid, at, via, kind, '" + slipped + "', action, salt, digest from " + ENTRIES
                + " where record_id = '" + record + "'");
        Broken broken = Objects.requireNonNull(seals.check().broken());
        // Its id is later than the one that it imitates, so it lies under the next seal.
        assertThat(broken.fault()).isEqualTo(Fault.ENTRY_ADDED);
        owner("delete from " + ENTRIES + " where record_id = '" + slipped + "'");
        assertThat(seals.check().broken()).isNull();
    }

    @Test
    void a_seal_that_was_taken_away_is_missed() {
        owner("create table kept as select * from workspace.audit_seal where number = 1");
        owner("delete from workspace.audit_seal where number = 1");
        Broken broken = seals.check().broken();
        assertThat(broken).isEqualTo(new Broken(1, Fault.SEAL_MISSING, null, null));
        owner("insert into workspace.audit_seal select * from kept");
        owner("drop table kept");
        assertThat(seals.check().broken()).isNull();
    }

    @Test
    void erasing_the_values_for_privacy_breaks_nothing() {
        int erased = db.execute(
                "update " + ENTRIES + " set before = null, after = null, salt = null where record_id = ?", record);
        assertThat(erased).isEqualTo(1);
        assertThat(seals.check().broken()).isNull();
        Answer trail = api.get("/api/audit?recordId=" + record).expect(200);
        assertThat(trail.at("items.0.erased").asBoolean()).isTrue();
        assertThat(trail.at("items.0.after").isNull()).isTrue();
    }

    @Test
    void nothing_is_sealed_that_a_running_transaction_could_still_slip_an_entry_under() {
        UUID early = Ids.next();
        UUID late = Ids.next();
        transaction.executeWithoutResult(status -> {
            note(early);
            LateWrites.sendWaiting();
            CompletableFuture.runAsync(() -> {
                        note(late);
                        while (seals.seal()) {
                            // the next ones
                        }
                    })
                    .join();
            assertThat(sealed(late)).isFalse();
        });
        sealAll();
        assertThat(sealed(early)).isTrue();
        assertThat(sealed(late)).isTrue();
        assertThat(seals.check().broken()).isNull();
    }

    @Test
    void many_entries_take_several_seals() {
        long before = seals.check().seals();
        audit.recordAll(
                Viewer.SYSTEM,
                ContactKinds.CONTACT,
                "updated",
                Stream.generate(() -> new Audit.Change(Ids.next(), "{}", "{\"name\":\"Tên mới\"}"))
                        .limit(2 * AuditSeals.MOST_ENTRIES + 1)
                        .toList());
        sealAll();
        AuditCheck check = seals.check();
        assertThat(check.broken()).isNull();
        assertThat(check.seals()).isGreaterThanOrEqualTo(before + 3);
    }

    @Test
    void it_seals_by_itself_and_tells_how_far_it_is() {
        note(Ids.next());
        assertThat(api.get("/api/audit/seal").expect(200).at("waiting").asInt()).isPositive();
        clock.advance(Duration.ofMinutes(2));
        Answer state = api.get("/api/audit/seal");
        for (Instant limit = Instant.now().plusSeconds(20); state.at("waiting").asInt() > 0; ) {
            assertThat(Instant.now()).isBefore(limit);
            timers.runDue();
            clock.advance(Duration.ofMinutes(2));
            state = api.get("/api/audit/seal");
        }
        assertThat(state.json("head")).hasSize(64);
        assertThat(state.json("sealedAt")).isNotEmpty();
        assertThat(state.at("entries").asInt()).isEqualTo(db.fetchCount(DSL.table(ENTRIES)));
    }

    @Test
    void it_is_checked_when_somebody_asks_and_owners_hear_of_what_is_broken() {
        owner("update " + ENTRIES + " set action = 'nothing' where record_id = '" + record + "'");
        api.post("/api/audit/seal/check", null).expect(202);
        timers.runDue();
        Answer broken = api.get("/api/audit/seal").expect(200);
        assertThat(broken.json("check.broken.fault")).isEqualTo("ENTRY_CHANGED");
        assertThat(broken.json("check.broken.intactUntil"))
                .isEqualTo(sealBefore.at().toString());
        assertThat(api.get("/api/notices").expect(200).json("items.0.kind")).isEqualTo("audit-broken");

        owner("update " + ENTRIES + " set action = 'updated' where record_id = '" + record + "'");
        api.post("/api/audit/seal/check", null).expect(202);
        timers.runDue();
        assertThat(api.get("/api/audit/seal").at("check.broken").isNull()).isTrue();
    }

    private UUID note(UUID id) {
        audit.record(Viewer.SYSTEM, SalesKinds.DEAL, id, "updated", Map.of(), Map.of("amount", "9000000"));
        return id;
    }

    /** Other tests' transactions on the same server may hold it up for a moment. */
    private AuditSeal sealAll() {
        Instant limit = Instant.now().plusSeconds(20);
        while (store.waiting(store.lastSeal().orElse(AuditSeal.NONE).upto(), 1) > 0) {
            assertThat(Instant.now()).isBefore(limit);
            seals.seal();
        }
        return store.lastSeal().orElseThrow();
    }

    private boolean sealed(UUID id) {
        return !db.fetch(
                        "select from workspace.audit_entry e join workspace.audit_seal s"
                                + " on (e.xid, e.id) <= (s.upto_xid, s.upto_id) where record_id = ?",
                        id)
                .isEmpty();
    }

    private UUID entryId() {
        return (UUID) db.fetchValue("select id from workspace.audit_entry where record_id = ?", record);
    }

    private void assertBroken(Fault fault, @Nullable UUID entry) {
        Broken broken = Objects.requireNonNull(seals.check().broken());
        assertThat(broken.fault()).isEqualTo(fault);
        assertThat(broken.entryId()).isEqualTo(entry);
        assertThat(broken.seal()).isEqualTo(sealBefore.number() + 1);
        assertThat(broken.intactUntil()).isEqualTo(sealBefore.at());
    }

    private void owner(String sql) {
        try (var owner = DSL.using(
                environment.getRequiredProperty("SONGHANH_DATABASE_URL"),
                environment.getRequiredProperty("SONGHANH_DATABASE_OWNER_USER"),
                environment.getRequiredProperty("SONGHANH_DATABASE_OWNER_PASSWORD"))) {
            owner.execute(sql);
        }
    }
}
