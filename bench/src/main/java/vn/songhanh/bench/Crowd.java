package vn.songhanh.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The people whom the benchmark works on: skewed as life is, the same at every run. Names follow their frequency in
 * Vietnam (Nguyễn 38 %); a company has a twentieth of all contacts, one owner a fifth; one rep sees a thousandth, one
 * lead a twentieth.
 */
final class Crowd {

    static final String REP_KEY = "shk_" + "benchmark00rep00key0".repeat(2);
    static final String LEAD_KEY = "shk_" + "benchmark0lead00key0".repeat(2);

    static final UUID REP = member(1);
    static final UUID LEAD = member(2);
    static final UUID BIG_OWNER = member(3);
    static final UUID BIG_COMPANY = UUID.fromString("00000000-0000-7000-8000-00000000c000");

    /** From this number on there are deals of the big company that are only there to be won before anything counts. */
    private static final long WARMING = 1_000_000;

    private final Connection db;

    Crowd(Connection db) {
        this.db = db;
    }

    /** Members and the keys of the three viewers; once per data folder. */
    void settle() throws SQLException {
        run("""
            insert into workspace.team (id, name, created_at, updated_at)
            select %s, 'Đội ' || n, now(), now() from generate_series(1, 8) n
            """.formatted(id("'b'", "n")));
        run("""
            insert into workspace.member (id, team_id, full_name, email, role, created_at, updated_at)
            select %s, %s, 'Nhân viên ' || n, 'member' || n || '@bench.vn',
                   case n when 2 then 'SALES_MANAGER' else 'INSIDE_REP' end, now(), now()
            from generate_series(1, 63) n
            """.formatted(
                id("'a'", "n"),
                // 1: the rep, 3: the owner of a fifth, 2 and 4 to 13: the lead's team, the rest in five teams
                id("'b'", "case when n = 2 or n between 4 and 13 then 2 when n in (1, 3) then n else 4 + n % 5 end")));
        run("update workspace.team set leader_id = '" + LEAD + "' where id = " + id("'b'", "2"));
        key(REP, REP_KEY);
        key(LEAD, LEAD_KEY);
    }

    /**
     * Contacts from number {@code from} up to {@code to}, with a twenty-fifth as many companies and a fifth as many deals.
     * Later ones are newer, so that the first page of a list is of those whom no deal has been won with yet.
     */
    void grow(long from, long to) throws SQLException {
        if (from == 0) {
            run("""
                insert into contacts.company (id, name, lifecycle_stage, lifecycle_since, created_at, updated_at)
                values ('%s', 'Tập đoàn Lớn Nhất', 'CUSTOMER', now(), now(), now())
                """.formatted(BIG_COMPANY));
        }
        run("""
            insert into contacts.company (id, name, industry, lifecycle_stage, lifecycle_since, created_at, updated_at)
            select %s, 'Công ty ' || n, (array['Bán lẻ', 'Sản xuất', 'Dịch vụ', 'Xây dựng'])[1 + n %% 4],
                   'LEAD', now(), now() - n * interval '7 seconds', now()
            from generate_series(%d::bigint, %d) n
            """.formatted(id("'c'", "n"), from / 25 + 1, to / 25));
        run(CONTACTS.formatted(id("'d'", "n"), BIG_COMPANY, id("'c'", "1 + h % (n / 25)"), from + 1, to));
        run("""
            insert into contacts.lifecycle_change (subject_kind, subject_id, to_stage, at, logged_at, cause, via)
            select 'CONTACT', %s, c.lifecycle_stage, c.created_at, c.created_at, 'IMPORT', 'IMPORT'
            from generate_series(%d::bigint, %d) n join contacts.contact c on c.id = %s
            """.formatted(id("'d'", "n"), from + 1, to, id("'d'", "n")));
        deals(from / 5, to / 5, "n * 5");
        if (from == 0) {
            deals(WARMING, WARMING + 8_000, "(1 + n % 500) * 20");
        }
        run("vacuum analyze contacts.contact");
        run("vacuum analyze contacts.company");
        run("vacuum analyze contacts.lifecycle_change");
        run("vacuum analyze sales.deal");
        run("vacuum analyze sales.deal_contact");
        run("vacuum analyze sales.deal_move");
        run("vacuum analyze workspace.member");
    }

    /** Those whom the measuring has created stand before all others in a list, and no filter lets them pass. */
    void removeCreated() throws SQLException {
        run("delete from contacts.contact where emails[1] like 'thu.%@bench.vn' or emails[1] like 'tho.%@bench.vn'");
        run("vacuum analyze contacts.contact");
    }

    /** Open deals, one contact each, spread over the five selling stages. */
    private void deals(long from, long to, String contact) throws SQLException {
        run("""
            insert into sales.deal (id, name, pipeline_id, stage_id, status, amount, currency, company_id,
                                    owner_id, team_id, opened_at, stage_since, created_at, updated_at)
            select %s, 'Thương vụ ' || n, s.pipeline_id, s.id, 'OPEN', 1000000 * (1 + h %% 500), 'VND', c.company_id,
                   coalesce(c.owner_id, o.id), coalesce(c.team_id, o.team_id), now(), now(),
                   now() - n * interval '9 seconds', now()
            from (select n, abs(hashint8(n + 77)) as h from generate_series(%d::bigint, %d) n) as numbers
                 join contacts.contact c on c.id = %s
                 join (select id, pipeline_id, row_number() over (order by position) - 1 as place
                       from sales.stage where kind = 'SELLING') as s on s.place = n %% 5
                 cross join (select id, team_id from workspace.member where id = '%s') as o
            """.formatted(id("'e'", "n"), from + 1, to, id("'d'", contact), BIG_OWNER));
        run("""
            insert into sales.deal_contact (deal_id, contact_id, position)
            select %s, %s, 0 from generate_series(%d::bigint, %d) n
            """.formatted(id("'e'", "n"), id("'d'", contact), from + 1, to));
        run("""
            insert into sales.deal_move (deal_id, kind, to_stage_id, at, via)
            select d.id, 'OPENED', d.stage_id, d.opened_at, 'IMPORT'
            from generate_series(%d::bigint, %d) n join sales.deal d on d.id = %s
            """.formatted(from + 1, to, id("'e'", "n")));
    }

    static UUID contact(long n) {
        return numbered('d', n);
    }

    static UUID deal(long n) {
        return numbered('e', n);
    }

    private static UUID member(long n) {
        return numbered('a', n);
    }

    private static UUID numbered(char kind, long n) {
        return UUID.fromString("00000000-000%c-7000-8000-%012x".formatted(kind, n));
    }

    /** The same as {@link #numbered}, in SQL. */
    private static String id(String kind, String n) {
        return "('00000000-000' || " + kind + " || '-7000-8000-' || lpad(to_hex((" + n + ")::bigint), 12, '0'))::uuid";
    }

    private void key(UUID member, String key) throws SQLException {
        try (PreparedStatement insert = db.prepareStatement("""
                insert into workspace.api_key (id, token_hash, member_id, name, hint, scopes, created_at)
                values (uuidv7(), ?, ?, 'bench', 'bench', array['*'], now())
                """)) {
            insert.setBytes(1, MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
            insert.setObject(2, member);
            insert.executeUpdate();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Placeholders: id of n, the big company, id of a company, first n, last n. */
    private static final String CONTACTS = """
            insert into contacts.contact
                (id, full_name, family_name, given_name, emails, phones, job_title, company_id, owner_id, team_id,
                 lifecycle_stage, lifecycle_since, source_channel, source_campaign, tags, created_at, updated_at)
            select person.id, family || ' ' || middle || ' ' || given, family, given,
                   array[lower(public.fold(given)) || '.' || n || '@mail.vn'],
                   array['+849' || lpad((n %% 100000000)::text, 8, '0')],
                   (array['Giám đốc', 'Kế toán trưởng', 'Trưởng phòng mua', 'Nhân viên'])[1 + h %% 4],
                   company, member.id, member.team_id,
                   (array['SUBSCRIBER', 'SUBSCRIBER', 'LEAD', 'LEAD', 'LEAD', 'LEAD', 'MQL', 'SQL', 'CUSTOMER', 'OTHER'])
                       [1 + h / 7 %% 10],
                   timestamptz '2026-01-01' + n * interval '11 seconds',
                   (array['WEB', 'WEB', 'WEB', 'FACEBOOK', 'ZALO', 'EVENT'])[1 + h / 3 %% 6],
                   'chien-dich-' || h %% 40, array['nhóm ' || h %% 9],
                   timestamptz '2026-01-01' + n * interval '11 seconds', now()
            from (select n, h, %s as id,
                         case when n %% 20 = 0 then '%s'::uuid when n < 50 then null else %s end as company,
                         case when h %% 1000 < 1 then 1
                              when h %% 1000 < 51 then 4 + h / 1000 %% 10
                              when h %% 1000 < 251 then 3
                              when h %% 1000 < 850 then 14 + h / 1000 %% 50 end as owner,
                         (array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi',
                                'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'])
                             [case when f < 384 then 1 when f < 505 then 2 when f < 600 then 3 when f < 670 then 4
                                   when f < 700 then 5 when f < 721 then 6 when f < 766 then 7 when f < 790 then 8
                                   when f < 805 then 9 when f < 826 then 10 when f < 846 then 11 when f < 860 then 12
                                   when f < 873 then 13 when f < 886 then 14 when f < 896 then 15 else 16 end] as family,
                         (array['Thị', 'Văn', 'Hữu', 'Đức', 'Minh', 'Ngọc', 'Thanh', 'Quang', 'Xuân', 'Thu', 'Hoài',
                                'Gia', 'Bảo', 'Khánh', 'Phương', 'Diệu'])[1 + h / 11 %% 16] as middle,
                         (array['Anh', 'Bình', 'Châu', 'Dũng', 'Đào', 'Giang', 'Hà', 'Hạnh', 'Hiếu', 'Hoa', 'Hùng',
                                'Hương', 'Khoa', 'Lan', 'Linh', 'Long', 'Mai', 'Nam', 'Nga', 'Nhung', 'Oanh', 'Phúc',
                                'Quân', 'Quỳnh', 'Sơn', 'Tâm', 'Thảo', 'Thủy', 'Tiên', 'Trang', 'Trung', 'Tú', 'Tuấn',
                                'Uyên', 'Vân', 'Việt', 'Vinh', 'Vy', 'Yến', 'Ý'])[1 + h / 13 %% 40] as given
                  from (select n, abs(hashint8(n)::bigint) as h, abs(hashint8(n + 1)::bigint) %% 1000 as f
                        from generate_series(%d::bigint, %d) n) as numbers) as person
                 left join workspace.member on member.id = ('00000000-000a-7000-8000-' || lpad(to_hex(owner), 12, '0'))::uuid
            """;
}
