package vn.songhanh.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The operations at one size, each as a call through the product and as the bare statements that the call runs. The
 * statements are those that the stores compose, written by hand; a change there belongs here too.
 */
final class Operations implements AutoCloseable {

    /** Who reads: the key of the product's side, the condition and its value of the bare side. */
    private record Reader(String name, Caller caller, String condition, List<UUID> binds, List<UUID> contacts) {}

    private static final String CONTACT_COLUMNS = """
            c.id, c.version, c.full_name, c.family_name, c.given_name, c.emails, c.phones, c.job_title, c.company_id,
            c.owner_id, c.team_id, c.lifecycle_stage, c.lifecycle_since, c.customer_status, c.recycle_count,
            c.recycled_at, c.source_channel, c.source_campaign, c.source_medium, c.tags, c.province_code, c.ward_code,
            c.address_line, c.address_text, c.custom, c.last_activity_at, c.created_at, c.updated_at, c.deleted_at,
            company.name as company_name
            """;
    private static final String FROM_CONTACT =
            " from contacts.contact c left join contacts.company on company.id = c.company_id ";

    private static final String FILTER = """
            {"all":[{"field":"lifecycleStage","op":"in","value":["LEAD","MQL","SUBSCRIBER"]},\
            {"field":"source.channel","op":"in","value":["WEB","FACEBOOK","ZALO","EVENT"]}]}""";
    private static final String FILTER_SQL = " and c.lifecycle_stage = any(?) and c.source_channel = any(?) ";

    private static final List<String> NEEDLES = List.of(
            "thủy tiên",
            "nguyen",
            "minh",
            "quynh",
            "Đặng",
            "ngoc han",
            "van hung",
            "duong",
            "linh",
            "bui thi y",
            "tra",
            "phuong",
            "uyen",
            "gia bao",
            "khanh vy",
            "ho quang",
            "ly van",
            "ngu",
            "anh",
            "dieu oanh");

    private final Connection db;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();
    private final List<Reader> readers;
    private final Caller owner;
    private final long size;
    private final int share;
    private final List<UUID> winOurs = new ArrayList<>();
    private final List<UUID> winRaw = new ArrayList<>();

    Operations(Product product, Connection db, long size, boolean quick) throws SQLException, IOException {
        this.db = db;
        this.size = size;
        this.share = quick ? 4 : 1;
        this.owner = new Caller(product.port(), Product.OWNER_KEY);
        db.setAutoCommit(true);
        this.readers = List.of(
                new Reader(
                        "rep",
                        new Caller(product.port(), Crowd.REP_KEY),
                        "c.owner_id = ?",
                        List.of(Crowd.REP),
                        some("owner_id = '" + Crowd.REP + "'")),
                new Reader(
                        "lead",
                        new Caller(product.port(), Crowd.LEAD_KEY),
                        "c.team_id = ?",
                        List.of(teamOf(Crowd.LEAD)),
                        some("team_id = '" + teamOf(Crowd.LEAD) + "'")),
                new Reader("owner", owner, "true", List.of(), some("true")));
        openDeals();
    }

    List<Operation> all() throws SQLException {
        List<Operation> all = new ArrayList<>();
        for (Reader reader : readers) {
            all.add(new Operation(
                    "read a contact, as " + reader.name(),
                    i -> get(reader, i),
                    i -> rawGet(reader, i),
                    10_000 / share,
                    4_000 / share,
                    0.15,
                    0.6));
        }
        for (Reader reader : readers) {
            all.add(list("list 50, as " + reader.name() + ", first page", reader, null));
        }
        if (size >= 1_000_000) {
            all.add(list("list 50, as owner, 10,000th page", readers.get(2), placeAt(500_000)));
        }
        for (Reader reader : readers) {
            all.add(new Operation(
                    "search, as " + reader.name(),
                    i -> search(reader, i),
                    i -> rawSearch(reader, i),
                    200 / share,
                    200 / share,
                    0.6,
                    null));
        }
        all.add(new Operation(
                "create a contact", this::create, this::rawCreate, 10_000 / share, 2_000 / share, 0.35, 1.5));
        int wins = winOurs.size() / (Measurement.ROUNDS + 2);
        all.add(new Operation("win a deal", this::win, this::rawWin, wins, wins, 0.35, 3.0));
        return all;
    }

    // read

    private void get(Reader reader, int i) {
        reader.caller()
                .get("/api/contacts/"
                        + reader.contacts().get(i % reader.contacts().size()));
    }

    private void rawGet(Reader reader, int i) throws SQLException {
        PreparedStatement select = prepare("select " + CONTACT_COLUMNS + FROM_CONTACT
                + "where c.id = ? and c.deleted_at is null and " + reader.condition());
        select.setObject(1, reader.contacts().get(i % reader.contacts().size()));
        bind(select, 2, reader.binds());
        drain(select);
    }

    // list

    private record Place(String createdAt, UUID id) {}

    private Operation list(String name, Reader reader, @Nullable Place place) {
        String cursor = place == null
                ? ""
                : "&cursor="
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString("[\"CONTACT:-createdAt\",\"%s\",\"%s\"]"
                                        .formatted(place.createdAt(), place.id())
                                        .getBytes(StandardCharsets.UTF_8));
        String path = "/api/contacts?limit=50&sort=-createdAt&filter=" + encode(FILTER) + cursor;
        String sql = "select " + CONTACT_COLUMNS + ", c.created_at as key_0, c.id as key_1" + FROM_CONTACT
                + "where c.deleted_at is null and " + reader.condition() + FILTER_SQL
                + (place == null ? "" : " and (c.created_at, c.id) < (?::timestamptz, ?)")
                + " order by c.created_at desc, c.id desc limit 51";
        return new Operation(
                name,
                i -> reader.caller().get(path),
                i -> {
                    PreparedStatement select = prepare(sql);
                    int at = bind(select, 1, reader.binds());
                    select.setArray(at, db.createArrayOf("text", new Object[] {"LEAD", "MQL", "SUBSCRIBER"}));
                    select.setArray(
                            at + 1, db.createArrayOf("text", new Object[] {"WEB", "FACEBOOK", "ZALO", "EVENT"}));
                    if (place != null) {
                        select.setString(at + 2, place.createdAt());
                        select.setObject(at + 3, place.id());
                    }
                    drain(select);
                },
                4_000 / share,
                1_000 / share,
                0.45,
                2.4);
    }

    private Place placeAt(long offset) throws SQLException {
        try (PreparedStatement select = db.prepareStatement("""
                select to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), c.id
                from contacts.contact c where c.deleted_at is null %s
                order by c.created_at desc, c.id desc offset ? limit 1
                """.formatted(FILTER_SQL))) {
            select.setArray(1, db.createArrayOf("text", new Object[] {"LEAD", "MQL", "SUBSCRIBER"}));
            select.setArray(2, db.createArrayOf("text", new Object[] {"WEB", "FACEBOOK", "ZALO", "EVENT"}));
            select.setLong(3, Math.min(offset, size / 4));
            ResultSet row = select.executeQuery();
            row.next();
            return new Place(row.getString(1), row.getObject(2, UUID.class));
        }
    }

    // search

    private void search(Reader reader, int i) {
        reader.caller().get("/api/contacts?limit=50&q=" + encode(NEEDLES.get(i % NEEDLES.size())));
    }

    private void rawSearch(Reader reader, int i) throws SQLException {
        String[] words = NEEDLES.get(i % NEEDLES.size()).split(" ");
        StringBuilder like = new StringBuilder();
        for (String ignored : words) {
            like.append(" and c.folded like public.fold(?)");
        }
        PreparedStatement select = prepare("select " + CONTACT_COLUMNS
                + " from (select * from contacts.contact c where c.deleted_at is null and " + reader.condition() + like
                + " limit 10000) c left join contacts.company on company.id = c.company_id"
                + " order by c.folded like public.fold(?) desc, c.given_name, c.full_name, c.id limit 50");
        int at = bind(select, 1, reader.binds());
        for (String word : words) {
            select.setString(at++, "%" + word + "%");
        }
        select.setString(at, words[0] + "%");
        drain(select);
    }

    // create

    private void create(int i) {
        long n = unique(i);
        owner.post("/api/contacts", """
                {"fullName":"Nguyễn Thị Thử %1$d","email":"thu.%1$d@bench.vn","phone":"+849%2$08d","jobTitle":"Kế toán"}""".formatted(n, n % 100_000_000));
    }

    private void rawCreate(int i) throws SQLException {
        long n = unique(i) + 1;
        UUID id = UUID.randomUUID();
        String email = "tho." + n + "@bench.vn";
        String phone = "+848%08d".formatted(n % 100_000_000);
        db.setAutoCommit(false);
        PreparedStatement claim = prepare("select id, emails || phones, owner_id, team_id from contacts.claim(?)");
        claim.setArray(1, db.createArrayOf("text", new Object[] {phone, email}));
        drain(claim);
        PreparedStatement contact = prepare("""
                insert into contacts.contact (id, version, full_name, family_name, given_name, emails, phones, job_title,
                    company_id, owner_id, team_id, lifecycle_stage, lifecycle_since, customer_status, recycle_count,
                    recycled_at, source_channel, source_campaign, source_medium, tags, province_code, ward_code,
                    address_line, address_text, custom, last_activity_at, created_at, updated_at)
                values (?, 1, ?, 'Nguyễn', 'Thử', ?, ?, 'Kế toán', null, ?, (select team_id from workspace.member where id = ?),
                    'LEAD', now(), null, 0, null, null, null, null, '{}', null, null, null, null, '{}', null, now(), now())
                """);
        contact.setObject(1, id);
        contact.setString(2, "Nguyễn Thị Thử " + n);
        contact.setArray(3, db.createArrayOf("text", new Object[] {email}));
        contact.setArray(4, db.createArrayOf("text", new Object[] {phone}));
        contact.setObject(5, Crowd.BIG_OWNER);
        contact.setObject(6, Crowd.BIG_OWNER);
        contact.executeUpdate();
        change("CONTACT", id, null, "LEAD", "CREATED");
        audit("CONTACT", id, "{}", "{\"fullName\":\"Nguyễn Thị Thử\",\"emails\":[\"x\"],\"phones\":[\"y\"]}");
        event("ContactCreated", id, "{\"contact\":\"" + id + "\",\"stage\":\"LEAD\"}");
        db.commit();
        db.setAutoCommit(true);
    }

    // win

    private void win(int i) {
        owner.post("/api/deals/" + winOurs.get(i) + "/win", "{}");
    }

    private void rawWin(int i) throws SQLException {
        UUID deal = winRaw.get(i);
        db.setAutoCommit(false);
        PreparedStatement lock =
                prepare("select * from sales.deal where id = ? and deleted_at is null for no key update");
        lock.setObject(1, deal);
        UUID company;
        try (ResultSet row = lock.executeQuery()) {
            row.next();
            company = row.getObject("company_id", UUID.class);
        }
        PreparedStatement contacts =
                prepare("select contact_id from sales.deal_contact where deal_id = ? order by position");
        contacts.setObject(1, deal);
        UUID contact;
        try (ResultSet row = contacts.executeQuery()) {
            row.next();
            contact = row.getObject(1, UUID.class);
        }
        PreparedStatement stages = prepare(
                "select * from sales.stage where pipeline_id = (select pipeline_id from sales.deal where id = ?) order by position");
        stages.setObject(1, deal);
        drain(stages);
        PreparedStatement update = prepare("""
                update sales.deal set status = 'WON', closed_at = now(), updated_at = now(), version = version + 1,
                    stage_since = now(), stage_id = (select s.id from sales.stage s
                        where s.pipeline_id = deal.pipeline_id and s.kind = 'AFTER_SALES' and s.archived_at is null)
                where id = ?
                """);
        update.setObject(1, deal);
        update.executeUpdate();
        PreparedStatement move = prepare("""
                insert into sales.deal_move (deal_id, kind, from_stage_id, to_stage_id, at, actor_id, via)
                select id, 'WON', stage_id, stage_id, now(), owner_id, 'API' from sales.deal where id = ?
                """);
        move.setObject(1, deal);
        move.executeUpdate();
        advance("contact", "CONTACT", contact);
        if (company != null) {
            advance("company", "COMPANY", company);
        }
        for (String subject : List.of("CONTACT", "COMPANY", "DEAL")) {
            PreparedStatement entry = prepare("""
                    insert into contacts.timeline_entry (id, subject_kind, subject_id, kind, at, logged_at, via, text, ref)
                    values (?, ?, ?, 'DEAL_WON', now(), now(), 'API', 'Thương vụ', ?)
                    """);
            entry.setObject(1, UUID.randomUUID());
            entry.setString(2, subject);
            entry.setObject(
                    3,
                    subject.equals("DEAL") ? deal : subject.equals("COMPANY") && company != null ? company : contact);
            entry.setObject(4, deal);
            entry.executeUpdate();
        }
        audit("DEAL", deal, "{\"status\":\"OPEN\"}", "{\"status\":\"WON\"}");
        event("LifecycleStageChanged", contact, "{\"changes\":[{\"id\":\"" + contact + "\",\"to\":\"CUSTOMER\"}]}");
        event("DealWon", deal, "{\"deal\":\"" + deal + "\",\"amount\":{\"amount\":\"1000000\",\"currency\":\"VND\"}}");
        db.commit();
        db.setAutoCommit(true);
    }

    private void advance(String table, String kind, UUID id) throws SQLException {
        PreparedStatement update = prepare("""
                update contacts.%s set lifecycle_stage = 'CUSTOMER', lifecycle_since = now(), customer_status = 'ACTIVE',
                    version = version + 1, updated_at = now()
                where id = ? and lifecycle_stage <> 'EVANGELIST'
                """.formatted(table));
        update.setObject(1, id);
        update.executeUpdate();
        change(kind, id, "OPPORTUNITY", "CUSTOMER", "DEAL_WON");
    }

    // what every write leaves behind

    private void change(String kind, UUID id, @Nullable String from, String to, String cause) throws SQLException {
        PreparedStatement insert = prepare("""
                insert into contacts.lifecycle_change (id, subject_kind, subject_id, from_stage, to_stage, at, logged_at,
                    cause, actor_id, via)
                values (?, ?, ?, ?, ?, now(), now(), ?, ?, 'API')
                """);
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, kind);
        insert.setObject(3, id);
        insert.setString(4, from);
        insert.setString(5, to);
        insert.setString(6, cause);
        insert.setObject(7, Crowd.BIG_OWNER);
        insert.executeUpdate();
    }

    private void audit(String kind, UUID id, String before, String after) throws SQLException {
        PreparedStatement insert = prepare("""
                insert into workspace.audit_entry (id, at, actor_id, via, kind, record_id, action, before, after, salt, digest)
                values (?, now(), ?, 'API', ?, ?, 'CHANGED', ?::json, ?::json, ?, ?)
                """);
        insert.setObject(1, UUID.randomUUID());
        insert.setObject(2, Crowd.BIG_OWNER);
        insert.setString(3, kind);
        insert.setObject(4, id);
        insert.setString(5, before);
        insert.setString(6, after);
        insert.setBytes(7, new byte[16]);
        insert.setBytes(8, sha256(after));
        insert.executeUpdate();
    }

    private void event(String type, UUID aggregate, String payload) throws SQLException {
        PreparedStatement insert = prepare("""
                insert into workspace.event (id, at, type, version, aggregate, actor, via, payload)
                values (?, now(), ?, 1, ?, ?, 'API', ?::jsonb)
                """);
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, type);
        insert.setObject(3, aggregate);
        insert.setObject(4, Crowd.BIG_OWNER);
        insert.setString(5, payload);
        insert.executeUpdate();
    }

    // plumbing

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = db.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static int bind(PreparedStatement statement, int from, List<UUID> values) throws SQLException {
        int at = from;
        for (UUID value : values) {
            statement.setObject(at++, value);
        }
        return at;
    }

    /** Reads every column of every row, as a client must. */
    private static void drain(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    private List<UUID> some(String condition) throws SQLException {
        try (PreparedStatement select = db.prepareStatement("select id from contacts.contact where " + condition
                + " and deleted_at is null order by hashtext(id::text) limit 5000")) {
            List<UUID> ids = new ArrayList<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    private UUID teamOf(UUID member) throws SQLException {
        try (PreparedStatement select = db.prepareStatement("select team_id from workspace.member where id = ?")) {
            select.setObject(1, member);
            ResultSet row = select.executeQuery();
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** Deals that are still open, half for each side. */
    private void openDeals() throws SQLException {
        int each = (Measurement.ROUNDS + 2) * 400 / share;
        try (PreparedStatement select = db.prepareStatement(
                "select id from sales.deal where status = 'OPEN' order by hashtext(id::text) limit ?")) {
            select.setInt(1, each * 2);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                (winOurs.size() <= winRaw.size() ? winOurs : winRaw).add(rows.getObject(1, UUID.class));
            }
        }
    }

    private long unique(int i) {
        return size * 20 + i * 2L;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        for (Reader reader : readers) {
            reader.caller().close();
        }
    }
}
