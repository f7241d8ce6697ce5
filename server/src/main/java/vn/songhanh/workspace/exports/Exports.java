package vn.songhanh.workspace.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.web.ProblemTexts;
import vn.songhanh.workspace.access.Mandate;
import vn.songhanh.workspace.access.MandateEnded;
import vn.songhanh.workspace.access.Viewers;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.exports.ExportColumns.Headed;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.settings.Settings;

/** Writes what a list shows into a CSV file that spreadsheets open and our own import takes back. */
@Service
class Exports {

    private static final Logger log = LoggerFactory.getLogger(Exports.class);

    private static final int LOOKED_AGAIN_AFTER = 1_000;

    private final ExportSources sources;
    private final ExportColumns columns;
    private final ExportStore store;
    private final Members members;
    private final Viewers viewers;
    private final Settings settings;
    private final Audit audit;
    private final ProblemTexts texts;
    private final JsonMapper json;
    private final Clock clock;
    private final ExportRoom room = new ExportRoom();

    Exports(
            ExportSources sources,
            ExportColumns columns,
            ExportStore store,
            Members members,
            Viewers viewers,
            Settings settings,
            Audit audit,
            ProblemTexts texts,
            JsonMapper json,
            Clock clock) {
        this.sources = sources;
        this.columns = columns;
        this.store = store;
        this.members = members;
        this.viewers = viewers;
        this.settings = settings;
        this.audit = audit;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    /** @param columns as {@link ExportColumns#choose} takes them */
    record Order(
            String records,
            ExportSource.Query query,
            @Nullable String columns) {}

    /** Where the file goes; asked for when its first row is there. */
    interface Answer {

        OutputStream begin(String fileName) throws IOException;
    }

    private enum Ending {
        DONE,
        /** Whoever reads it went away. */
        BROKEN_OFF,
        FAILED,
        /** Whoever asked for it may not have it any more. */
        STOPPED
    }

    /**
     * Returns also when the reader goes away. Whatever was written of a file is told in the audit trail.
     *
     * @throws Forbidden when the viewer may export none of these records
     * @throws Invalid for a column that there is not, and for what the list refuses
     */
    void write(Viewer viewer, Order order, Answer answer) {
        ExportSource source = sources.require(order.records());
        RecordKind kind = source.kind();
        viewer.require(kind, Action.READ);
        viewer.require(kind, Action.EXPORT);
        Instant now = clock.instant();
        ZoneId zone = settings.workspace().zone();
        List<Headed> chosen = columns.choose(source, viewer, order.columns());
        ExportSource.Rows rows = source.rows(order.query(), new FilterField.Context(viewer, now, zone));
        Running running = new Running(viewer, kind, chosen, zone);
        Ending ending = Ending.FAILED;
        room.enter(viewer.member());
        try {
            String name = fileName(viewer, kind, now.atZone(zone).toLocalDate());
            store.read(viewer, kind, chosen, rows, read -> running.write(read, name, answer));
            ending = Ending.DONE;
        } catch (MandateEnded ended) {
            ending = Ending.STOPPED;
            throw new ExportStopped(ended);
        } catch (UncheckedIOException gone) {
            ending = Ending.BROKEN_OFF;
            log.debug("The reader of an export went away", gone);
        } finally {
            room.leave(viewer.member());
            if (running.begun) {
                tell(viewer, kind, order, chosen, running.rows, ending);
            }
        }
    }

    /** One file on its way out. */
    private final class Running {

        private final Viewer viewer;
        private final RecordKind kind;
        private final List<Headed> columns;
        private final ExportCells cells;
        private boolean begun;
        private long rows;

        Running(Viewer viewer, RecordKind kind, List<Headed> columns, ZoneId zone) {
            this.viewer = viewer;
            this.kind = kind;
            this.columns = columns;
            cells = new ExportCells(viewer, zone, texts, members);
        }

        /** Closes nothing: what a failure leaves in the buffers shall not go out. */
        void write(Iterable<Record> read, String name, Answer answer) {
            try {
                Writer text = new OutputStreamWriter(answer.begin(name), StandardCharsets.UTF_8);
                begun = true;
                text.write('\uFEFF');
                CsvWriter csv = CsvWriter.builder().build(text);
                csv.writeRecord(
                        columns.stream().map(Headed::heading).map(cells::write).toList());
                String[] line = new String[columns.size()];
                for (Record row : read) {
                    if (rows > 0 && rows % LOOKED_AGAIN_AFTER == 0) {
                        lookAgain();
                    }
                    for (int i = 0; i < line.length; i++) {
                        line[i] = cells.write(columns.get(i).column().cell(row, i));
                    }
                    csv.writeRecord(line);
                    rows++;
                }
                csv.flush();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        /** A long file ends where somebody took away the right to it. */
        private void lookAgain() {
            Viewer now = viewers.under(Mandate.of(viewer), viewer.via());
            boolean narrower = now.reach(kind, Action.READ).compareTo(viewer.reach(kind, Action.READ)) < 0
                    || now.reach(kind, Action.EXPORT).compareTo(viewer.reach(kind, Action.EXPORT)) < 0
                    || !now.teams().containsAll(viewer.teams());
            if (narrower) {
                throw new MandateEnded(MandateEnded.Why.RIGHTS, null);
            }
        }
    }

    private void tell(Viewer viewer, RecordKind kind, Order order, List<Headed> chosen, long rows, Ending ending) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        String filter = order.query().filter();
        facts.put("rows", rows);
        facts.put("ending", ending);
        facts.put("filter", filter == null || filter.isBlank() ? null : json.readTree(filter));
        facts.put("q", order.query().q());
        facts.put("sort", order.query().sort());
        facts.put("bin", order.query().deleted() ? true : null);
        facts.put(
                "columns", chosen.stream().map(headed -> headed.column().name()).toList());
        audit.record(viewer, kind, Ids.next(), "exported", Map.of(), facts);
    }

    private String fileName(Viewer viewer, RecordKind kind, LocalDate day) {
        String key = "export.file." + kind.plural();
        String name = word(key, viewer);
        return (name.equals(key) ? kind.plural() : name) + "-" + day + ".csv";
    }

    private String word(String key, Viewer viewer) {
        return texts.text(key, Map.of(), viewer.locale());
    }
}
