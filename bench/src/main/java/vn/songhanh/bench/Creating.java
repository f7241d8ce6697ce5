package vn.songhanh.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A new contact: whether somebody has its e-mail address or number, the contact, its history, audit and event. */
final class Creating {

    private final long first;

    /** @param first a number that no contact has in its e-mail address yet, and none after it */
    Creating(long first) {
        this.first = first;
    }

    void ours(Worker worker, int i) throws Exception {
        long n = first + i;
        worker.as(Product.OWNER_KEY).post("/api/contacts", """
                {"fullName":"Nguyễn Thị Thử %1$d","email":"thu.%1$d@bench.vn","phone":"+843%2$08d","jobTitle":"Kế toán"}""".formatted(n, n % 100_000_000));
    }

    void raw(Worker worker, int i) throws SQLException {
        long n = first + i;
        UUID id = UUID.randomUUID();
        String email = "tho." + n + "@bench.vn";
        String phone = "+847%08d".formatted(n % 100_000_000);
        Connection db = worker.db();
        db.setAutoCommit(false);
        PreparedStatement claim =
                worker.prepare("select id, emails || phones, owner_id, team_id from contacts.claim(?)");
        claim.setArray(1, db.createArrayOf("text", new Object[] {phone, email}));
        Operations.drain(claim);
        PreparedStatement contact = worker.prepare("""
                insert into contacts.contact (id, version, full_name, family_name, given_name, emails, phones, job_title,
                    company_id, owner_id, team_id, lifecycle_stage, lifecycle_since, customer_status, source_channel,
                    source_campaign, source_medium, tags, province_code, ward_code, address_line, address_text, custom,
                    created_at, updated_at, deleted_at)
                values (?, 1, ?, 'Nguyễn', ?, ?, ?, 'Kế toán', null, ?,
                    '00000000-000b-7000-8000-000000000003', 'LEAD', now(), null, null, null, null, '{}', null, null, null,
                    null, '{}', now(), now(), null)
                """);
        contact.setObject(1, id);
        contact.setString(2, "Nguyễn Thị Thử " + n);
        contact.setString(3, String.valueOf(n));
        contact.setArray(4, db.createArrayOf("text", new Object[] {email}));
        contact.setArray(5, db.createArrayOf("text", new Object[] {phone}));
        contact.setObject(6, Crowd.BIG_OWNER);
        contact.executeUpdate();
        PreparedStatement change = worker.prepare("""
                insert into contacts.lifecycle_change (subject_kind, subject_id, from_stage, to_stage, at, logged_at,
                    cause, actor_id, via, reason, ref)
                values ('CONTACT', ?, null, 'LEAD', now(), now(), 'CREATED', ?, 'API', null, null)
                """);
        change.setObject(1, id);
        change.setObject(2, Crowd.BIG_OWNER);
        change.executeUpdate();
        Traces.event(worker, "contacts.lifecycle-stage-changed", id, """
                {"operation":"%1$s","cause":"CREATED","at":"2026-11-24T02:16:01.032653Z","history":false,\
                "changes":[{"kind":"CONTACT","id":"%1$s","from":null,"to":"LEAD"}]}""".formatted(id));
        Traces.audit(worker, "CONTACT", id, null, """
                {"fullName":"Nguyễn Thị Thử %1$d","familyName":"Nguyễn","givenName":"%1$d","emails":["%2$s"],\
                "phones":["%3$s"],"jobTitle":"Kế toán","ownerId":"%4$s","lifecycleStage":"LEAD"}""".formatted(n, email, phone, Crowd.BIG_OWNER));
        db.commit();
        db.setAutoCommit(true);
    }
}
