package vn.songhanh.workspace.imports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;

/**
 * @param rows how many the file holds
 * @param done how many of them have ended in some way
 * @param kept rows that undoing could not take back
 * @param undoing whether it is being taken back at the moment
 * @param mapping as a request writes it, so that it can be sent again
 * @param error why it failed: {@code problem.<error>}
 */
record ImportView(
        ImportId id,
        long version,
        String object,
        Import.Status status,
        long rows,
        long done,
        long created,
        long updated,
        long skipped,
        long failed,
        long kept,
        boolean undoing,
        boolean dryRun,
        boolean history,
        String duplicates,
        @Nullable UUID fileId,
        String fileName,
        Encoding encoding,
        String separator,
        boolean header,
        Map<String, Object> mapping,
        Map<String, String> defaults,
        @Nullable String error,
        MemberId ownerId,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant undoableUntil,
        Can can) {

    record Can(boolean cancel, boolean undo) {}

    static ImportView of(Import it, Viewer viewer, Instant now) {
        boolean undoable = it.canBeUndone(now);
        return new ImportView(
                it.id(),
                it.version(),
                it.object(),
                it.status(),
                it.rows(),
                it.counts().all(),
                it.counts().created(),
                it.counts().updated(),
                it.counts().skipped(),
                it.counts().failed(),
                it.kept(),
                it.isUndoing(),
                it.dryRun(),
                it.history(),
                it.duplicates().name().toLowerCase(java.util.Locale.ROOT),
                it.fileId(),
                it.fileName(),
                it.format().encoding(),
                String.valueOf(it.format().separator()),
                it.format().header(),
                it.plan().mapping(),
                it.plan().defaults(),
                it.error(),
                it.owner(),
                it.createdAt(),
                it.finishedAt(),
                undoable && it.finishedAt() != null ? it.finishedAt().plus(Import.KEPT_FOR) : null,
                new Can(
                        it.canBeCancelled() && viewer.may(WorkspaceKinds.IMPORT, Action.WRITE, it.owner(), it.team()),
                        undoable && viewer.may(WorkspaceKinds.IMPORT, Action.DELETE, it.owner(), it.team())));
    }
}
