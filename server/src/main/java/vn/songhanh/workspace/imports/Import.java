package vn.songhanh.workspace.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;
import vn.songhanh.workspace.access.Mandate;

/**
 * One file on its way in.
 *
 * @param doneThrough number of the last row whose outcome is committed
 * @param mandate in whose name it runs, or is undone
 * @param undoneFrom while it is undone: rows from here on are taken back; null before
 * @param kept rows that undoing could not take back
 */
record Import(
        ImportId id,
        String object,
        Status status,
        @Nullable UUID fileId,
        String fileName,
        CsvFormat format,
        ImportPlan plan,
        Duplicates duplicates,
        boolean history,
        boolean dryRun,
        long rows,
        long doneThrough,
        Counts counts,
        @Nullable Long undoneFrom,
        long kept,
        @Nullable String error,
        MemberId owner,
        TeamId team,
        Mandate mandate,
        Instant createdAt,
        @Nullable Instant finishedAt,
        long version) {

    /** How long it can be undone, and its file is kept. */
    static final Duration KEPT_FOR = Duration.ofDays(30);

    enum Status {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        UNDONE
    }

    record Counts(long created, long updated, long skipped, long failed) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        long all() {
            return created + updated + skipped + failed;
        }

        Counts plus(Counts other) {
            return new Counts(
                    created + other.created, updated + other.updated, skipped + other.skipped, failed + other.failed);
        }
    }

    /** For the audit trail. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("object", object);
        facts.put("file", fileName);
        facts.put("history", history);
        facts.put("created", counts.created());
        facts.put("updated", counts.updated());
        facts.put("skipped", counts.skipped());
        facts.put("failed", counts.failed());
        facts.put("error", error);
        return facts;
    }

    boolean isUndoing() {
        return status == Status.RUNNING && undoneFrom != null;
    }

    boolean isTaking() {
        return status == Status.RUNNING && undoneFrom == null;
    }

    boolean canBeCancelled() {
        return isTaking();
    }

    boolean canBeUndone(Instant now) {
        return !dryRun
                && finishedAt != null
                && now.isBefore(finishedAt.plus(KEPT_FOR))
                && switch (status) {
                    case DONE, FAILED, CANCELLED -> counts.created() + counts.updated() > 0;
                    case RUNNING, UNDONE -> false;
                };
    }

    Import took(long lastRow, Counts batch) {
        return with(status, lastRow, counts.plus(batch), undoneFrom, kept, error, finishedAt);
    }

    /** A dry run remembers only while it runs: cut short, it starts anew. */
    Import again() {
        return with(status, 0, Counts.NONE, undoneFrom, kept, error, finishedAt);
    }

    Import done(Instant now) {
        return with(Status.DONE, doneThrough, counts, undoneFrom, kept, error, now);
    }

    /** An undo that fails is no new end: it can be gone on with as long as before. */
    Import failed(String code, Instant now) {
        return with(Status.FAILED, doneThrough, counts, undoneFrom, kept, code, finishedAt == null ? now : finishedAt);
    }

    Import cancel(Instant now) {
        if (!canBeCancelled()) {
            throw new Conflict("import-not-running");
        }
        return with(Status.CANCELLED, doneThrough, counts, undoneFrom, kept, error, now);
    }

    /** From the last row on, or from where an undo was cut short. */
    Import undo(Mandate by, Instant now) {
        if (!canBeUndone(now)) {
            throw new Conflict("import-cannot-be-undone");
        }
        long from = undoneFrom == null ? Long.MAX_VALUE : undoneFrom;
        return with(Status.RUNNING, doneThrough, counts, from, kept, null, finishedAt)
                .under(by);
    }

    Import tookBack(long fromRow, long keptRows) {
        return with(status, doneThrough, counts, fromRow, kept + keptRows, error, finishedAt);
    }

    Import undone() {
        return with(Status.UNDONE, doneThrough, counts, undoneFrom, kept, error, finishedAt);
    }

    private Import under(Mandate by) {
        return new Import(
                id,
                object,
                status,
                fileId,
                fileName,
                format,
                plan,
                duplicates,
                history,
                dryRun,
                rows,
                doneThrough,
                counts,
                undoneFrom,
                kept,
                error,
                owner,
                team,
                by,
                createdAt,
                finishedAt,
                version);
    }

    private Import with(
            Status newStatus,
            long newDoneThrough,
            Counts newCounts,
            @Nullable Long newUndoneFrom,
            long newKept,
            @Nullable String newError,
            @Nullable Instant newFinishedAt) {
        return new Import(
                id,
                object,
                newStatus,
                fileId,
                fileName,
                format,
                plan,
                duplicates,
                history,
                dryRun,
                rows,
                newDoneThrough,
                newCounts,
                newUndoneFrom,
                newKept,
                newError,
                owner,
                team,
                mandate,
                createdAt,
                newFinishedAt,
                version);
    }
}
