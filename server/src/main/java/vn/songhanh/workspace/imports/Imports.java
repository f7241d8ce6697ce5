package vn.songhanh.workspace.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.access.Idempotency;
import vn.songhanh.workspace.access.Mandate;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.files.StoredFile;
import vn.songhanh.workspace.files.StoredFiles;
import vn.songhanh.workspace.timers.Timers;

/** Files on their way in: looked at, started, cancelled, undone. */
@Service
public class Imports {

    /** A file that was only looked at. */
    private static final Duration LOOKED_AT_FOR = Duration.ofDays(1);

    /** In one go; what is left is missing again. */
    private static final int MOST_MISSING = 100_000;

    private final ImportStore store;
    private final ImportTargets targets;
    private final StoredFiles files;
    private final Timers timers;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Clock clock;

    Imports(
            ImportStore store,
            ImportTargets targets,
            StoredFiles files,
            Timers timers,
            Audit audit,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.targets = targets;
        this.files = files;
        this.timers = timers;
        this.audit = audit;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** What a file is, before anything is done with it. */
    record Preview(StoredFile file, CsvFile.Read read, ImportTarget target, List<ColumnGuess> guesses) {}

    /**
     * @param mapping null to take the guesses
     */
    record Order(
            String object,
            @Nullable JsonNode mapping,
            @Nullable JsonNode defaults,
            Duplicates duplicates,
            boolean history,
            boolean dryRun) {}

    /**
     * Keeps an uploaded file for later.
     *
     * @throws Invalid when it is no CSV file, naming the line
     */
    StoredFile keep(Viewer viewer, String object, String name, InputStream content) throws IOException {
        require(viewer, object);
        return files.keep(viewer, name, content, LOOKED_AT_FOR);
    }

    Preview preview(Viewer viewer, String object, StoredFile file, CsvFile.Known known) throws IOException {
        ImportTarget target = require(viewer, object);
        CsvFile.Read read = read(file, known, target);
        return new Preview(file, read, target, ColumnGuess.of(read.columns(), read.firstRows(), target.fields()));
    }

    /** An order with what it was given: the same file uploaded again is the same request. */
    private record Asked(Order order, CsvFile.Known known, String sha256) {}

    /**
     * Checks everything that can be checked beforehand, then leaves the rows to the job.
     *
     * @param key the header {@code Idempotency-Key}
     * @return the import begun now, or by the same request with the same key before
     */
    ImportId start(Viewer viewer, @Nullable String key, Order order, StoredFile file, CsvFile.Known known)
            throws IOException {
        ImportTarget target = require(viewer, order.object());
        CsvFile.Read read = read(file, known, target);
        ImportPlan plan = ImportPlan.of(order.mapping(), order.defaults(), read, target);
        Instant now = clock.instant();
        Import started = new Import(
                ImportId.next(),
                order.object(),
                Import.Status.RUNNING,
                file.id(),
                file.name(),
                read.format(),
                plan,
                order.duplicates(),
                order.history(),
                order.dryRun(),
                read.rows(),
                0,
                Import.Counts.NONE,
                null,
                0,
                null,
                viewer.member(),
                viewer.team(),
                Mandate.of(viewer),
                now,
                null,
                1);
        Asked asked = new Asked(order, known, HexFormat.of().formatHex(file.sha256()));
        return new ImportId(idempotency.once(viewer, key, asked, () -> {
            store.insert(started);
            files.keepUntil(file.id(), now.plus(Import.KEPT_FOR));
            timers.set(ImportTimers.RUN, started.id().toString(), now);
            record(viewer, started, "started");
            return started.id().value();
        }));
    }

    /**
     * Imports the records that the rows of a file name in a field and that are not there, by their names alone.
     *
     * @throws Invalid when the field names no such records, or the file lacks none
     */
    ImportId missing(Viewer viewer, @Nullable String key, ImportId id, String field) throws IOException {
        Import it = store.require(viewer, id);
        ImportTarget target = targets.require(it.object());
        ImportTarget.Field reference = target.fields().stream()
                .filter(one -> one.name().equals(field) && one.object() != null)
                .findFirst()
                .orElseThrow(() -> new Invalid("field", "unknown-choice", Map.of("value", field)));
        boolean byName = Objects.equals(it.plan().matches(target).get(field), ImportTarget.Field.BY_NAME);
        List<String> names = store.missing(id, field, MOST_MISSING);
        new Invalid.Check()
                .that(byName, "field", "only-by-name")
                .that(!names.isEmpty(), "field", "nothing-missing")
                .done();
        String object = Objects.requireNonNull(reference.object());
        StringWriter csv = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(csv)) {
            writer.writeRecord(require(viewer, object).nameField());
            names.forEach(writer::writeRecord);
        }
        byte[] content = csv.toString().getBytes(StandardCharsets.UTF_8);
        StoredFile file = keep(viewer, object, it.fileName(), new ByteArrayInputStream(content));
        return start(
                viewer,
                key,
                new Order(object, null, null, Duplicates.SKIP, it.history(), false),
                file,
                new CsvFile.Known(Encoding.UTF_8, ',', true));
    }

    /** A file that the viewer handed in before. */
    StoredFile file(Viewer viewer, UUID id) {
        return files.find(id)
                .filter(file -> file.owner().equals(viewer.member()))
                .orElseThrow(() -> new Invalid("fileId", "unknown-reference", Map.of("value", id)));
    }

    void forget(StoredFile file) throws IOException {
        files.delete(file);
    }

    List<ImportTarget> targets(Viewer viewer) {
        return targets.all().stream()
                .filter(target -> viewer.reach(target.kind(), Action.WRITE) != vn.songhanh.shared.Reach.NONE)
                .toList();
    }

    /** Whether this is an import that wrote the past down: it starts nothing. */
    public boolean isHistory(UUID id) {
        return store.isHistory(new ImportId(id));
    }

    /** What was written so far stays; it can be undone. */
    @Transactional
    public void cancel(Viewer viewer, ImportId id) {
        store.require(viewer, id);
        Import it = store.lock(id);
        viewer.require(WorkspaceKinds.IMPORT, Action.WRITE, it.owner(), it.team());
        Import cancelled = it.cancel(clock.instant());
        store.save(cancelled, clock.instant());
        record(viewer, cancelled, "cancelled");
    }

    @Transactional
    public void undo(Viewer viewer, ImportId id) {
        store.require(viewer, id);
        Import it = store.lock(id);
        viewer.require(WorkspaceKinds.IMPORT, Action.DELETE, it.owner(), it.team());
        targets.require(it.object()).mayTakeBack(viewer);
        store.save(it.undo(Mandate.of(viewer), clock.instant()), clock.instant());
        timers.set(ImportTimers.RUN, id.toString(), clock.instant());
        record(viewer, it, "undo-started");
    }

    /** A dry run writes nothing, so there is nothing to tell. */
    private void record(Viewer viewer, Import it, String action) {
        if (!it.dryRun()) {
            audit.record(viewer, WorkspaceKinds.IMPORT, it.id().value(), action, Map.of(), it.facts());
        }
    }

    private ImportTarget require(Viewer viewer, String object) {
        viewer.require(WorkspaceKinds.IMPORT, Action.WRITE);
        ImportTarget target = targets.require(object);
        target.mayTake(viewer);
        return target;
    }

    private CsvFile.Read read(StoredFile file, CsvFile.Known known, ImportTarget target) throws IOException {
        List<ImportTarget.Field> fields = target.fields();
        return new CsvFile(() -> files.open(file)).read(known, heading -> ColumnGuess.isHeading(heading, fields));
    }
}
