package vn.songhanh.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A deal won, with its contact and its company made customers, their histories, timelines, audit and events; and, once
 * that has committed, the company's other people made customers too. Each measured deal is the first one won with its
 * company, and its company has some 25 people.
 */
final class Winning {

    private final List<UUID> ours = new ArrayList<>();
    private final List<UUID> raw = new ArrayList<>();
    private final int warmUp;
    private final int count;

    Winning(Connection db, Pace pace) throws SQLException {
        List<UUID> warming = Operations.ids(
                db,
                "select id from sales.deal where status = 'OPEN' and company_id = '" + Crowd.BIG_COMPANY
                        + "' order by hashtext(id::text) limit " + pace.dealsToWarmUp());
        List<UUID> measured = Operations.ids(db, """
                select distinct on (d.company_id) d.id from sales.deal d join contacts.company c on c.id = d.company_id
                where d.status = 'OPEN' and c.lifecycle_stage <> 'CUSTOMER'
                order by d.company_id, hashtext(d.id::text) limit %d
                """.formatted(pace.dealsToMeasure()));
        warmUp = warming.size() / 2;
        for (List<UUID> deals : List.of(warming, measured)) {
            ours.addAll(deals.subList(0, deals.size() / 2));
            raw.addAll(deals.subList(deals.size() / 2, deals.size()));
        }
        count = measured.size() / 2 / (pace.rounds() + 1);
    }

    int warmUp() {
        return warmUp;
    }

    int count() {
        return count;
    }

    void ours(Worker worker, int i) throws Exception {
        worker.as(Product.OWNER_KEY).post("/api/deals/" + ours.get(i) + "/win", "{}");
    }

    void raw(Worker worker, int i) throws SQLException {
        UUID deal = raw.get(i);
        Connection db = worker.db();
        db.setAutoCommit(false);
        PreparedStatement lock = worker.prepare("select id from sales.deal where id = ? order by id for no key update");
        lock.setObject(1, deal);
        Operations.drain(lock);
        PreparedStatement seen = worker.prepare(SEEN);
        seen.setObject(1, deal);
        UUID contact;
        UUID company;
        try (ResultSet row = seen.executeQuery()) {
            row.next();
            contact = ((UUID[]) row.getArray("contact_ids").getArray())[0];
            company = Objects.requireNonNull(row.getObject("company_id", UUID.class));
        }
        PreparedStatement update = worker.prepare(WIN);
        update.setObject(1, deal);
        update.executeUpdate();
        PreparedStatement move = worker.prepare("""
                insert into sales.deal_move (id, deal_id, kind, from_stage_id, to_stage_id, reason, note, at, actor_id, via)
                select uuidv7(), id, 'WON', stage_id, stage_id, null, null, now(), owner_id, 'API'
                from sales.deal where id = ?
                """);
        move.setObject(1, deal);
        move.executeUpdate();
        Traces.audit(
                worker,
                "DEAL",
                deal,
                "{\"status\":\"OPEN\",\"stageId\":\"" + deal + "\"}",
                "{\"status\":\"WON\",\"stageId\":\"" + deal + "\",\"closedAt\":\"2026-11-24T02:16:02.454030Z\"}");
        advance(worker, new UUID[] {contact}, new UUID[] {company}, "DEAL_WON", deal);
        PreparedStatement timeline = worker.prepare("""
                insert into contacts.timeline_entry
                    (subject_kind, subject_id, at, kind, text, ref, logged_at, actor_id, via)
                select entry.*, now(), ?, 'API'
                from unnest(array['CONTACT', 'COMPANY'], ?::uuid[], array[now(), now()],
                            array['DEAL_WON', 'DEAL_WON'], array['Thương vụ', 'Thương vụ'], ?::uuid[]) as entry
                """);
        timeline.setObject(1, Crowd.BIG_OWNER);
        timeline.setArray(2, db.createArrayOf("uuid", new Object[] {contact, company}));
        timeline.setArray(3, db.createArrayOf("uuid", new Object[] {deal, deal}));
        timeline.executeUpdate();
        Traces.event(worker, "sales.deal-won", deal, """
                {"deal":"%1$s","contacts":["%2$s"],"company":"%3$s","amount":{"amount":"1000000","currency":"VND"},\
                "at":"2026-11-24T02:16:02.454030Z"}""".formatted(deal, contact, company));
        db.commit();
        if (!company.equals(Crowd.BIG_COMPANY)) {
            follow(worker, contact, company);
        }
        db.setAutoCommit(true);
    }

    /** What the listeners of the change do: hand-offs are looked for, and the company's people follow. */
    private static void follow(Worker worker, UUID contact, UUID company) throws SQLException {
        lockHandoffs(worker, List.of(contact));
        worker.db().commit();
        PreparedStatement below = worker.prepare("""
                select id from contacts.contact
                where company_id = any(?) and lifecycle_stage = any(?) and deleted_at is null
                """);
        below.setArray(1, worker.db().createArrayOf("uuid", new Object[] {company}));
        below.setArray(2, worker.db().createArrayOf("text", BELOW));
        List<UUID> people = new ArrayList<>();
        try (ResultSet rows = below.executeQuery()) {
            while (rows.next()) {
                people.add(rows.getObject(1, UUID.class));
            }
        }
        if (!people.isEmpty()) {
            advance(worker, people.toArray(UUID[]::new), new UUID[0], "COMPANY", company);
        }
        worker.db().commit();
        lockHandoffs(worker, people);
        worker.db().commit();
    }

    private static void lockHandoffs(Worker worker, List<UUID> contacts) throws SQLException {
        PreparedStatement handoffs = worker.prepare("""
                select * from alignment.handoff h join alignment.handoff_assignment a
                    on a.handoff_id = h.id and a.number = h.assignment
                where h.contact_id = any(?) and (h.status in ('OFFERED', 'ACCEPTED', 'TOUCHED')
                    or (h.status = 'QUALIFIED' and h.touched_at is null))
                order by h.id for update of h
                """);
        handoffs.setArray(1, worker.db().createArrayOf("uuid", contacts.toArray()));
        Operations.drain(handoffs);
    }

    /** Those of them who stand below a customer become one, in one statement with their histories. */
    private static void advance(Worker worker, UUID[] contacts, UUID[] companies, String cause, UUID ref)
            throws SQLException {
        PreparedStatement advance = worker.prepare(ADVANCE);
        advance.setArray(1, worker.db().createArrayOf("uuid", contacts));
        advance.setArray(2, worker.db().createArrayOf("text", BELOW));
        advance.setArray(3, worker.db().createArrayOf("uuid", companies));
        advance.setArray(4, worker.db().createArrayOf("text", BELOW));
        advance.setString(5, cause);
        advance.setObject(6, Crowd.BIG_OWNER);
        advance.setObject(7, ref);
        StringBuilder changes = new StringBuilder();
        try (ResultSet rows = advance.executeQuery()) {
            while (rows.next()) {
                changes.append(changes.isEmpty() ? "" : ",")
                        .append("{\"kind\":\"")
                        .append(rows.getString(1))
                        .append("\",\"id\":\"")
                        .append(rows.getString(2))
                        .append("\",\"from\":\"")
                        .append(rows.getString(3))
                        .append("\",\"to\":\"CUSTOMER\"}");
            }
        }
        if (!changes.isEmpty()) {
            Traces.event(worker, "contacts.lifecycle-stage-changed", ref, """
                    {"operation":"%s","cause":"%s","at":"2026-11-24T02:16:02.454030Z","history":false,"changes":[%s]}""".formatted(ref, cause, changes));
        }
    }

    private static final Object[] BELOW = {"SUBSCRIBER", "LEAD", "MQL", "SQL", "OPPORTUNITY"};

    private static final String SEEN = """
            select d.id, d.version, d.external_id, d.name, d.pipeline_id, d.stage_id, d.status, d.amount,
                d.currency, d.company_id, d.owner_id, d.team_id, d.expected_close_date, d.next_step, d.next_step_date,
                d.tags, d.custom, d.opened_at, d.stage_since, d.closed_at, d.lost_reason, d.lost_note, d.created_at,
                d.updated_at, d.deleted_at,
                array(select dc.contact_id from sales.deal_contact dc where dc.deal_id = d.id order by dc.position)
                    as contact_ids,
                array(select (select c.full_name from contacts.contact c
                              where c.id = dc.contact_id and c.deleted_at is null)
                      from sales.deal_contact dc where dc.deal_id = d.id order by dc.position) as contact_names,
                (select c.name from contacts.company c where c.id = d.company_id and c.deleted_at is null)
                    as company_name,
                s.rotting_days,
                (select a.id from sales.stage a where a.pipeline_id = d.pipeline_id and a.kind = 'AFTER_SALES'
                    and a.archived_at is null) as after_sales_id
            from sales.deal d join sales.stage s on s.id = d.stage_id
            where d.id = ? and d.deleted_at is null
            """;

    /** A deal is written whole; what is derived from its name is derived again. */
    private static final String WIN = """
            update sales.deal set name = name, amount = amount, currency = currency, company_id = company_id,
                owner_id = owner_id, team_id = team_id, tags = tags, custom = custom, pipeline_id = pipeline_id,
                status = 'WON', closed_at = now(), updated_at = now(), version = version + 1, stage_since = now(),
                stage_id = (select s.id from sales.stage s
                    where s.pipeline_id = deal.pipeline_id and s.kind = 'AFTER_SALES' and s.archived_at is null)
            where id = ?
            """;

    private static final String ADVANCE = """
            with contact as (
                update contacts.contact
                set lifecycle_stage = 'CUSTOMER', lifecycle_since = now(), updated_at = now(), version = version + 1
                where id = any(?) and lifecycle_stage = any(?) and deleted_at is null
                returning id, old.lifecycle_stage as from_stage),
            company as (
                update contacts.company
                set lifecycle_stage = 'CUSTOMER', lifecycle_since = now(), updated_at = now(), version = version + 1
                where id = any(?) and lifecycle_stage = any(?) and deleted_at is null
                returning id, old.lifecycle_stage as from_stage)
            insert into contacts.lifecycle_change
                (subject_kind, subject_id, from_stage, to_stage, at, logged_at, cause, actor_id, via, reason, ref)
            select kind, id, from_stage, 'CUSTOMER', now(), now(), ?, ?, 'API', null, ?
            from (select 'CONTACT' as kind, id, from_stage from contact
                  union all
                  select 'COMPANY', id, from_stage from company) as moved
            returning subject_kind, subject_id, from_stage
            """;
}
