package vn.songhanh.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The operations at one size, each as a call through the product and as the bare statements that the call runs. The
 * statements are those that the stores compose, written by hand; a change there belongs here too.
 */
final class Operations {

    /** Who reads: the key of the product's side, the condition and its value of the bare side. */
    private record Reader(
            String name,
            String key,
            String condition,
            @Nullable UUID bind,
            List<UUID> contacts) {

        int bindTo(PreparedStatement statement, int place) throws SQLException {
            if (bind == null) {
                return place;
            }
            statement.setObject(place, bind);
            return place + 1;
        }
    }

    private static final String CONTACT_COLUMNS = """
            c.id, c.version, c.full_name, c.family_name, c.given_name, c.emails, c.phones, c.job_title, c.company_id,
            c.owner_id, c.team_id, c.lifecycle_stage, c.lifecycle_since, c.customer_status, c.recycle_count,
            c.recycled_at, c.source_channel, c.source_campaign, c.source_medium, c.tags, c.province_code, c.ward_code,
            c.address_line, c.address_text, c.custom, c.last_activity_at, c.created_at, c.updated_at, c.deleted_at,
            company.name as company_name
            """;
    private static final String WITH_COMPANY =
            " left join contacts.company on company.id = c.company_id and company.deleted_at is null ";

    /** Two filters: {@code wide} ones leave most contacts, so that there is a 10,000th page; narrow ones leave 3 %. */
    private record Filters(String name, List<String> stages, List<String> channels) {

        static final Filters WIDE =
                new Filters("", List.of("LEAD", "MQL", "SUBSCRIBER"), List.of("WEB", "FACEBOOK", "ZALO", "EVENT"));
        static final Filters NARROW = new Filters(" of the 3 % that", List.of("MQL", "SQL"), List.of("FACEBOOK"));

        String json() {
            return """
                    {"all":[{"field":"lifecycleStage","op":"in","value":["%s"]},\
                    {"field":"source.channel","op":"in","value":["%s"]}]}""".formatted(String.join("\",\"", stages), String.join("\",\"", channels));
        }

        int bindTo(PreparedStatement statement, int place) throws SQLException {
            Connection db = statement.getConnection();
            statement.setArray(place, db.createArrayOf("text", stages.toArray()));
            statement.setArray(place + 1, db.createArrayOf("text", channels.toArray()));
            return place + 2;
        }
    }

    private static final String FILTER = " and c.lifecycle_stage = any(?) and c.source_channel = any(?) ";

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
    private final long size;
    private final Pace pace;
    private final List<Reader> readers;

    Operations(Connection db, long size, Pace pace) throws SQLException {
        this.db = db;
        this.size = size;
        this.pace = pace;
        this.readers = List.of(
                reader("rep", Crowd.REP_KEY, "owner_id", Crowd.REP),
                reader("lead", Crowd.LEAD_KEY, "team_id", teamOf(Crowd.LEAD)),
                new Reader("owner", Product.OWNER_KEY, "true", null, some("true")));
    }

    List<Operation> all() throws SQLException {
        List<Operation> all = new ArrayList<>();
        for (Reader reader : readers) {
            all.add(new Operation(
                    "read a contact, as " + reader.name(),
                    (worker, i) -> worker.as(reader.key()).get("/api/contacts/" + pick(reader, i)),
                    (worker, i) -> rawRead(worker, reader, i),
                    pace.warmUp(120_000, size),
                    pace.count(8_000),
                    0.15,
                    0.6));
        }
        for (Reader reader : readers) {
            all.add(list("list 50, as " + reader.name() + ", first page", reader, Filters.WIDE, null));
        }
        Reader owner = readers.getLast();
        if (size >= 1_000_000 || pace == Pace.SHORT) {
            String page = String.format(Locale.ROOT, "list 50, as owner, %,dth page", size / 100);
            all.add(list(page, owner, Filters.WIDE, placeAt(size / 2)));
        }
        all.add(list("list 50 where filters leave 3 %, as owner", owner, Filters.NARROW, null));
        for (Reader reader : readers) {
            all.add(new Operation(
                    "search, as " + reader.name(),
                    (worker, i) -> worker.as(reader.key()).get("/api/contacts?limit=50&q=" + encode(pick(NEEDLES, i))),
                    (worker, i) -> rawSearch(worker, reader, pick(NEEDLES, i)),
                    pace.warmUp(4_000, size),
                    pace == Pace.SHORT ? pace.count(200) : 200,
                    0.6,
                    null));
        }
        Creating creating = new Creating(size * 20);
        all.add(new Operation(
                "create a contact",
                creating::ours,
                creating::raw,
                pace.warmUp(30_000, size),
                pace.count(2_000),
                0.35,
                1.1));
        Winning winning = new Winning(db, pace);
        all.add(new Operation("win a deal", winning::ours, winning::raw, winning.warmUp(), winning.count(), 0.35, 3.0));
        return all;
    }

    private static UUID pick(Reader reader, int i) {
        return pick(reader.contacts(), i);
    }

    private static <T> T pick(List<T> some, int i) {
        return some.get(i % some.size());
    }

    private static void rawRead(Worker worker, Reader reader, int i) throws SQLException {
        PreparedStatement select = worker.prepare("select " + CONTACT_COLUMNS + " from contacts.contact c"
                + WITH_COMPANY + "where c.id = ? and c.deleted_at is null and " + reader.condition());
        select.setObject(1, pick(reader, i));
        reader.bindTo(select, 2);
        drain(select);
    }

    private record Place(String createdAt, UUID id) {}

    private Operation list(String name, Reader reader, Filters filters, @Nullable Place place) {
        String cursor = place == null
                ? ""
                : "&cursor="
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString("[\"CONTACT:-createdAt\",\"%s\",\"%s\"]"
                                        .formatted(place.createdAt(), place.id())
                                        .getBytes(StandardCharsets.UTF_8));
        String path = "/api/contacts?limit=50&sort=-createdAt&filter=" + encode(filters.json()) + cursor;
        String sql = "select " + CONTACT_COLUMNS + ", c.created_at as key_0, c.id as key_1 from contacts.contact c"
                + WITH_COMPANY + "where c.deleted_at is null and " + reader.condition() + FILTER
                + (place == null ? "" : " and (c.created_at, c.id) < (?::timestamptz, ?)")
                + " order by c.created_at desc, c.id desc limit 51";
        return new Operation(
                name,
                (worker, i) -> worker.as(reader.key()).get(path),
                (worker, i) -> {
                    PreparedStatement select = worker.prepare(sql);
                    int next = filters.bindTo(select, reader.bindTo(select, 1));
                    if (place != null) {
                        select.setString(next, place.createdAt());
                        select.setObject(next + 1, place.id());
                    }
                    drain(select);
                },
                pace.warmUp(60_000, size),
                pace.count(2_000),
                0.45,
                1.0);
    }

    /** After which contact the page begins that has so many before it. */
    private Place placeAt(long offset) throws SQLException {
        try (PreparedStatement select = db.prepareStatement("""
                select to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), c.id
                from contacts.contact c where c.deleted_at is null %s
                order by c.created_at desc, c.id desc offset ? limit 1
                """.formatted(FILTER))) {
            select.setLong(Filters.WIDE.bindTo(select, 1), offset);
            ResultSet row = select.executeQuery();
            if (!row.next()) {
                throw new IllegalStateException("no " + offset + " contacts match the filters");
            }
            return new Place(row.getString(1), row.getObject(2, UUID.class));
        }
    }

    private static void rawSearch(Worker worker, Reader reader, String typed) throws SQLException {
        String lower = typed.toLowerCase(Locale.ROOT);
        String needle = fold(lower);
        List<String> binds = new ArrayList<>();
        StringBuilder match = new StringBuilder();
        for (String word : needle.split(" ")) {
            if (word.length() > 2) {
                match.append(" and c.folded like ?");
                binds.add("%" + word + "%");
            } else {
                match.append(" and (c.folded like ? or c.folded like ?)");
                binds.add(word + "%");
                binds.add("% " + word + "%");
            }
        }
        List<String> ranks = new ArrayList<>();
        String rank = "";
        if (!needle.equals(lower)) {
            rank += "lower(found.name) like ? desc, ";
            ranks.add("%" + lower + "%");
        }
        rank += "(' ' || found.folded || ' ') like ? desc, (' ' || found.folded || ' ') like ? desc, found.newest desc";
        ranks.add("% " + needle + " %");
        ranks.add("% " + needle + "%");
        PreparedStatement select = worker.prepare("select " + CONTACT_COLUMNS
                + " from (select * from (select c.id, c.full_name as name, c.folded, c.created_at as newest"
                + " from contacts.contact c where c.deleted_at is null and " + reader.condition() + match
                + " limit 10000) found order by " + rank + " limit 50) found"
                + " join contacts.contact c on c.id = found.id " + WITH_COMPANY + " order by " + rank);
        int next = reader.bindTo(select, 1);
        binds.addAll(ranks);
        binds.addAll(ranks);
        for (String bind : binds) {
            select.setString(next++, bind);
        }
        drain(select);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd');
    }

    /** Reads every column of every row, as a client must. */
    static void drain(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    private Reader reader(String name, String key, String column, UUID value) throws SQLException {
        return new Reader(name, key, "c." + column + " = ?", value, some(column + " = '" + value + "'"));
    }

    private List<UUID> some(String condition) throws SQLException {
        return ids(
                db,
                "select id from contacts.contact where " + condition
                        + " and deleted_at is null order by hashtext(id::text) limit 5000");
    }

    static List<UUID> ids(Connection db, String sql) throws SQLException {
        try (PreparedStatement select = db.prepareStatement(sql)) {
            List<UUID> ids = new ArrayList<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    private UUID teamOf(UUID member) throws SQLException {
        return ids(db, "select team_id from workspace.member where id = '" + member + "'")
                .getFirst();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
