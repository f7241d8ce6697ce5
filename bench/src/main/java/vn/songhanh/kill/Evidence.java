package vn.songhanh.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the database itself holds, read past the application. */
final class Evidence implements AutoCloseable {

    private final Connection connection;

    Evidence(Path data) throws IOException, SQLException {
        String port = Files.readString(data.resolve("database-port")).strip();
        String password = Files.readAllLines(data.resolve("database-passwords")).getFirst();
        connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/songhanh", "postgres", password);
    }

    String settings() throws SQLException {
        List<String> shown = new ArrayList<>();
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("show " + setting)) {
                rows.next();
                shown.add(setting + "=" + rows.getString(1));
            }
        }
        return String.join(" ", shown);
    }

    /** Every acknowledged step must be there, with all that belongs to it, once. */
    List<String> faults(List<Ledger.Entry> entries) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (Ledger.Step step : Ledger.Step.values()) {
            List<Ledger.Entry> ofStep =
                    entries.stream().filter(entry -> entry.step() == step).toList();
            Map<String, String> found =
                    run(query(step), ofStep.stream().map(Ledger.Entry::id).toList());
            for (Ledger.Entry entry : ofStep) {
                String expected = expected(step, entry.token());
                String actual = found.getOrDefault(entry.id(), "missing");
                if (!actual.equals(expected)) {
                    faults.add(step + " " + entry.id() + ": expected " + expected + ", found " + actual);
                }
            }
        }
        return faults;
    }

    /** A step without an answer was done wholly or not at all. */
    List<String> halves(List<Attempt> attempts) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Ledger.Step step = attempt.open();
            String id = step == Ledger.Step.DEAL_WON ? attempt.deal() : attempt.contact();
            if (id == null || (step != Ledger.Step.CONTACT_PATCHED && step != Ledger.Step.DEAL_WON)) {
                continue;
            }
            String actual = run(query(step), List.of(id)).getOrDefault(id, "missing");
            String done = step == Ledger.Step.DEAL_WON ? expected(step, "WON") : expected(step, attempt.jobTitle());
            String undone = step == Ledger.Step.DEAL_WON
                    ? "deals=1 OPEN won=0 customers=0 audited=0 events=0"
                    : "contacts=1 - audited=0";
            if (!actual.equals(done) && !actual.equals(undone)) {
                faults.add(step + " " + id + " without an answer: expected all or nothing, found " + actual);
            }
        }
        return faults;
    }

    private static String expected(Ledger.Step step, String token) {
        return switch (step) {
            case CONTACT_CREATED -> "contacts=1 " + token + " stages=true audited=1 events=true";
            case CONTACT_PATCHED -> "contacts=1 " + token + " audited=1";
            case DEAL_OPENED -> "deals=1 " + token + " opened=1 audited=1 opportunity=1";
            case DEAL_WON -> "deals=1 " + token + " won=1 customers=1 audited=1 events=1";
        };
    }

    private static String query(Ledger.Step step) {
        return switch (step) {
            case CONTACT_CREATED -> """
                select c.id, 'contacts=' || (select count(*) from contacts.contact d where d.emails && c.emails)
                    || ' ' || c.emails[1]
                    || ' stages=' || exists (select from contacts.lifecycle_change l where l.subject_id = c.id)
                    || ' audited=' || (select count(*) from workspace.audit_entry a where a.record_id = c.id and a.action = 'created')
                    || ' events=' || exists (select from workspace.event e where e.aggregate = c.id)
                from contacts.contact c where c.id = any(?::uuid[])""";
            case CONTACT_PATCHED -> """
                select c.id, 'contacts=1 ' || coalesce(c.job_title, '-')
                    || ' audited=' || (select count(*) from workspace.audit_entry a
                                       where a.record_id = c.id and a.action = 'updated')
                from contacts.contact c where c.id = any(?::uuid[])""";
            case DEAL_OPENED -> """
                select d.id, 'deals=' || (select count(*) from sales.deal e where e.name = d.name) || ' ' || d.name
                    || ' opened=' || (select count(*) from sales.deal_move m where m.deal_id = d.id and m.kind = 'OPENED')
                    || ' audited=' || (select count(*) from workspace.audit_entry a where a.record_id = d.id and a.action = 'created')
                    || ' opportunity=' || (select count(*) from sales.deal_contact dc join contacts.lifecycle_change l
                                           on l.subject_id = dc.contact_id
                                           where dc.deal_id = d.id and l.to_stage = 'OPPORTUNITY')
                from sales.deal d where d.id = any(?::uuid[])""";
            case DEAL_WON -> """
                select d.id, 'deals=1 ' || d.status
                    || ' won=' || (select count(*) from sales.deal_move m where m.deal_id = d.id and m.kind = 'WON')
                    || ' customers=' || (select count(*) from sales.deal_contact dc join contacts.lifecycle_change l
                                         on l.subject_id = dc.contact_id
                                         where dc.deal_id = d.id and l.to_stage = 'CUSTOMER')
                    || ' audited=' || (select count(*) from workspace.audit_entry a
                                       where a.record_id = d.id and a.action = 'won')
                    || ' events=' || (select count(*) from workspace.event e
                                      where e.aggregate = d.id and e.type = 'sales.deal-won')
                from sales.deal d where d.id = any(?::uuid[])""";
        };
    }

    private Map<String, String> run(String query, List<String> ids) throws SQLException {
        Map<String, String> found = new HashMap<>();
        Array array = connection.createArrayOf("text", ids.toArray());
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, array);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
