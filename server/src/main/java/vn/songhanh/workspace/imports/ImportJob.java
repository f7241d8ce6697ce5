package vn.songhanh.workspace.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Copy.CopyRefused;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.shared.Intake;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Problem;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.access.MandateEnded;
import vn.songhanh.workspace.access.Viewers;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.events.Events;
import vn.songhanh.workspace.files.StoredFile;
import vn.songhanh.workspace.files.StoredFiles;
import vn.songhanh.workspace.settings.Settings;

/**
 * Takes a file in, or back out, batch by batch. Records, the outcome of each row and how far the file is done commit
 * together, so whoever goes on after a crash begins with the first row that was not committed.
 */
@Component
class ImportJob {

    static final int BATCH = 5_000;

    /** More rows than this that the tables refuse are no accident: the import stops. */
    private static final int MOST_REFUSED = 1_000;

    private static final Logger log = LoggerFactory.getLogger(ImportJob.class);

    private final ImportStore store;
    private final ImportTargets targets;
    private final StoredFiles files;
    private final Viewers viewers;
    private final Events events;
    private final Audit audit;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportJob(
            ImportStore store,
            ImportTargets targets,
            StoredFiles files,
            Viewers viewers,
            Events events,
            Audit audit,
            Settings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.targets = targets;
        this.files = files;
        this.viewers = viewers;
        this.events = events;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param pause whether to stop after the present batch, to go on later
     * @return false when it was paused
     */
    boolean run(ImportId id, BooleanSupplier pause) {
        Import found = change(id, it -> it.isTaking() && it.dryRun() && it.doneThrough() > 0 ? startAgain(it) : it);
        if (found.isTaking()) {
            try {
                return take(found, pause);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return !found.isUndoing() || takeBack(found, pause);
    }

    void fail(ImportId id, String code) {
        change(id, it -> {
            if (it.status() != Import.Status.RUNNING) {
                return it;
            }
            Import failed = it.failed(code, clock.instant());
            if (!it.dryRun()) {
                audit.record(Viewer.SYSTEM, WorkspaceKinds.IMPORT, id.value(), "failed", Map.of(), failed.facts());
            }
            return failed;
        });
    }

    private Import startAgain(Import it) {
        store.deleteRows(it.id());
        return it.again();
    }

    private boolean take(Import it, BooleanSupplier pause) throws IOException {
        StoredFile file = it.fileId() == null ? null : files.find(it.fileId()).orElse(null);
        if (file == null) {
            fail(it.id(), "import-file-gone");
            return true;
        }
        Taking taking = new Taking(it, targets.require(it.object()));
        try (CsvReading reading = new CsvFile(() -> files.open(file)).rows(it.format())) {
            if (it.format().header()) {
                reading.next();
            }
            List<CsvRow> batch = new ArrayList<>(BATCH);
            for (CsvRow row = reading.next(); row != null; row = reading.next()) {
                if (row.number() > it.doneThrough()) {
                    batch.add(row);
                }
                if (batch.size() == BATCH) {
                    if (!taking.batch(batch)) {
                        return true;
                    }
                    batch = new ArrayList<>(BATCH);
                    if (pause.getAsBoolean()) {
                        return false;
                    }
                }
            }
            if (batch.isEmpty() || taking.batch(batch)) {
                finish(it.id());
            }
            return true;
        }
    }

    private void finish(ImportId id) {
        change(id, it -> {
            if (!it.isTaking()) {
                return it;
            }
            if (!it.dryRun()) {
                audit.record(by(it), WorkspaceKinds.IMPORT, id.value(), "imported", Map.of(), it.facts());
            }
            return it.done(clock.instant());
        });
    }

    private boolean takeBack(Import it, BooleanSupplier pause) {
        ImportTarget target = targets.require(it.object());
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> takeBackSome(it.id(), target)))) {
                if (pause.getAsBoolean()) {
                    return false;
                }
            }
        } catch (MandateEnded ended) {
            fail(it.id(), code(ended));
        }
        return true;
    }

    /** Who does this, asked for at each batch: what was allowed an hour ago need not be so now. */
    private Viewer acting(Import it, Action action, Consumer<Viewer> require) {
        Viewer viewer = viewers.under(it.mandate(), Via.IMPORT);
        try {
            viewer.require(WorkspaceKinds.IMPORT, action, it.owner(), it.team());
            require.accept(viewer);
        } catch (Forbidden noMore) {
            throw new MandateEnded(MandateEnded.Why.RIGHTS, noMore);
        }
        return viewer;
    }

    /** For the audit trail, which tells what was done also of those who may do no more. */
    private Viewer by(Import it) {
        return viewers.of(it.mandate().member(), Via.IMPORT);
    }

    private static String code(MandateEnded ended) {
        return switch (ended.why()) {
            case MEMBER -> "import-importer-gone";
            case KEY -> "import-key-ended";
            case RIGHTS -> "import-rights-ended";
        };
    }

    /** @return whether there may be more */
    private boolean takeBackSome(ImportId id, ImportTarget target) {
        Import now = store.lock(id);
        if (!now.isUndoing() || now.undoneFrom() == null) {
            return false;
        }
        Viewer viewer = acting(now, Action.DELETE, target::mayTakeBack);
        List<ImportTarget.Done> rows = store.done(id, now.undoneFrom(), BATCH);
        if (rows.isEmpty()) {
            audit.record(viewer, WorkspaceKinds.IMPORT, id.value(), "undone", Map.of(), Map.of("kept", now.kept()));
            store.save(now.undone(), clock.instant());
            return false;
        }
        Map<Long, String> kept = target.undo(viewer, id.value(), rows, now());
        store.keep(id, kept);
        store.save(now.tookBack(rows.getLast().number(), kept.size()), clock.instant());
        return true;
    }

    /** As finely as the tables keep it, so that what was written compares equal to what is read. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private interface Change {
        Import of(Import it);
    }

    private Import change(ImportId id, Change change) {
        Import changed = transaction.execute(status -> {
            Import it = store.lock(id);
            Import next = change.of(it);
            if (next != it) {
                store.save(next, clock.instant());
            }
            return next;
        });
        if (changed == null) {
            throw new IllegalStateException("a transaction without a result");
        }
        return changed;
    }

    /** One run over the file. */
    private final class Taking {

        private final ImportId id;
        private final ImportTarget target;
        private final ImportPlan.RowReader reader;
        private final Map<String, String> matches;
        private final SeenKeys seen = new SeenKeys();
        private long doneThrough;
        private int refused;

        Taking(Import it, ImportTarget target) {
            this.id = it.id();
            this.target = target;
            this.reader = it.plan().reader(target);
            this.matches = it.plan().matches(target);
            this.doneThrough = it.doneThrough();
        }

        /**
         * When the tables refuse a batch, its halves are tried, down to the row that was refused.
         *
         * @return whether to go on: false when it was cancelled meanwhile, or another node has taken over
         */
        boolean batch(List<CsvRow> rows) {
            try {
                List<Outcome> written = new ArrayList<>();
                boolean more = Boolean.TRUE.equals(transaction.execute(status -> write(rows, written)));
                for (int i = 0; i < written.size(); i++) {
                    if (written.get(i) instanceof Outcome.Created made) {
                        seen.add(Intake.key(made.id()), rows.get(i).number());
                    }
                }
                return more;
            } catch (MandateEnded ended) {
                fail(id, code(ended));
                return false;
            } catch (NonTransientDataAccessException | CopyRefused | Problem broken) {
                log.info(
                        "Import {}: rows {} to {} were refused",
                        id,
                        rows.getFirst().number(),
                        rows.getLast().number(),
                        broken);
                if (rows.size() > 1) {
                    int half = rows.size() / 2;
                    return batch(rows.subList(0, half)) && batch(rows.subList(half, rows.size()));
                }
                refused++;
                if (refused > MOST_REFUSED) {
                    fail(id, "import-refused");
                    return false;
                }
                return Boolean.TRUE.equals(transaction.execute(status -> note(rows, List.of(refusal(broken)))));
            }
        }

        private Outcome refusal(RuntimeException broken) {
            if (broken instanceof Invalid invalid) {
                return new Outcome.Failed(invalid.errors());
            }
            boolean conflict = broken instanceof DataIntegrityViolationException
                    || broken instanceof CopyRefused refusedRows && refusedRows.isConflict();
            return new Outcome.Failed("row", conflict ? "import-conflict" : "import-refused");
        }

        /** @param outcomes of each row, filled here */
        private boolean write(List<CsvRow> rows, List<Outcome> outcomes) {
            Import now = store.lock(id);
            if (!now.isTaking() || now.doneThrough() != doneThrough) {
                return false;
            }
            Viewer viewer = acting(now, Action.WRITE, target::mayTake);
            List<ImportRow> readable = new ArrayList<>(rows.size());
            List<Integer> places = new ArrayList<>(rows.size());
            ZoneId zone = settings.workspace().zone();
            for (int i = 0; i < rows.size(); i++) {
                Outcome outcome = NOT_YET;
                try {
                    readable.add(reader.row(rows.get(i), zone));
                    places.add(i);
                } catch (Invalid unreadable) {
                    outcome = new Outcome.Failed(unreadable.errors());
                }
                outcomes.add(outcome);
            }
            List<Outcome> taken = target.take(new ImportTarget.Batch(
                    id.value(), viewer, now(), now.duplicates(), now.history(), now.dryRun(), matches, seen, readable));
            if (taken.size() != readable.size()) {
                throw new IllegalStateException(
                        target.object() + " gave " + taken.size() + " outcomes for " + readable.size() + " rows");
            }
            for (int i = 0; i < taken.size(); i++) {
                outcomes.set(places.get(i), taken.get(i));
            }
            if (!now.dryRun()) {
                tell(viewer, outcomes, now.history());
            }
            return note(now, rows, outcomes);
        }

        private void tell(Viewer viewer, List<Outcome> outcomes, boolean history) {
            List<UUID> created = new ArrayList<>();
            List<UUID> updated = new ArrayList<>();
            List<Audit.Change> changes = new ArrayList<>();
            for (Outcome outcome : outcomes) {
                if (outcome instanceof Outcome.Created made) {
                    created.add(made.id());
                } else if (outcome instanceof Outcome.Updated changed) {
                    updated.add(changed.id());
                    changes.add(new Audit.Change(changed.id(), changed.before(), changed.after()));
                }
            }
            audit.recordAll(viewer, target.kind(), "updated", changes);
            if (!created.isEmpty() || !updated.isEmpty()) {
                events.publish(viewer, new RecordsImported(id.value(), target.kind(), created, updated, history));
            }
        }

        private boolean note(List<CsvRow> rows, List<Outcome> outcomes) {
            Import now = store.lock(id);
            return now.isTaking() && now.doneThrough() == doneThrough && note(now, rows, outcomes);
        }

        private boolean note(Import now, List<CsvRow> rows, List<Outcome> outcomes) {
            store.addRows(id, rows, outcomes);
            store.save(now.took(rows.getLast().number(), count(outcomes)), clock.instant());
            doneThrough = rows.getLast().number();
            return true;
        }
    }

    private static final Outcome NOT_YET = new Outcome.Failed("row", "import-refused");

    private static Import.Counts count(List<Outcome> outcomes) {
        long created = 0;
        long updated = 0;
        long skipped = 0;
        long failed = 0;
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Created made -> created++;
                case Outcome.Updated changed -> updated++;
                case Outcome.Skipped same -> skipped++;
                case Outcome.Failed wrong -> failed++;
            }
        }
        return new Import.Counts(created, updated, skipped, failed);
    }
}
