package vn.songhanh.workspace.imports;

import java.util.List;
import java.util.UUID;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;
import vn.songhanh.shared.RecordKind;

/**
 * One batch of an import was written.
 *
 * @param history whether the file told of the past
 */
@EventName("workspace.records-imported")
public record RecordsImported(UUID importId, RecordKind kind, List<UUID> created, List<UUID> updated, boolean history)
        implements DomainEvent {

    @Override
    public UUID aggregate() {
        return importId;
    }
}
