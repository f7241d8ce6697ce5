package vn.songhanh.workspace.doors;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.Idempotency;
import vn.songhanh.workspace.audit.AuditLine;
import vn.songhanh.workspace.audit.AuditTrail;
import vn.songhanh.workspace.settings.Settings;

/** What stands behind the doors of every kind. */
@Service
public class Doors {

    private final Idempotency idempotency;
    private final AuditTrail trail;
    private final Settings settings;
    private final Clock clock;

    Doors(Idempotency idempotency, AuditTrail trail, Settings settings, Clock clock) {
        this.idempotency = idempotency;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** Now, and where days begin for the company. */
    FilterField.Context context(Viewer viewer) {
        return new FilterField.Context(
                viewer, clock.instant(), settings.workspace().zone());
    }

    /** See {@link Idempotency#once}. */
    UUID once(Viewer viewer, @Nullable String key, Object request, Supplier<UUID> create) {
        return idempotency.once(viewer, key, request, create);
    }

    /** See {@link AuditTrail#ofRecord}. */
    Page<AuditLine> history(Viewer viewer, RecordKind kind, UUID id, @Nullable String cursor, @Nullable Integer limit) {
        return trail.ofRecord(viewer, kind, id, cursor, limit);
    }
}
