package vn.songhanh.workspace.audit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.members.Kinds;
import vn.songhanh.workspace.settings.Settings;

/**
 * Shows who changed what, to those who run the workspace. It holds everybody's values, so of each kind of record it is
 * open only to those who may read all of that kind; of one record, to whoever may read that.
 */
@Service
public class AuditTrail {

    /** What the record's own pages do not tell otherwise. */
    private static final Set<String> OF_FACTS = Set.of("created", "updated", "deleted", "restored");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** @param to included; days begin in the workspace's zone */
    record Query(
            @Nullable RecordKind kind,
            @Nullable UUID recordId,
            @Nullable UUID actorId,
            @Nullable String action,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private final AuditStore store;
    private final Kinds kinds;
    private final List<NameSource> sources;
    private final Settings settings;

    AuditTrail(AuditStore store, List<NameSource> sources, Kinds kinds, Settings settings) {
        this.store = store;
        this.kinds = kinds;
        this.sources = sources;
        this.settings = settings;
    }

    Page<AuditLine> list(Viewer viewer, Query query, @Nullable String cursor, @Nullable Integer limit) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        kinds.check("kind", query.kind());
        if (query.kind() != null && viewer.reach(query.kind(), Action.READ) != Reach.ALL) {
            throw new Forbidden(query.kind(), Action.READ);
        }
        Set<RecordKind> hidden = kinds.all().stream()
                .filter(kind -> viewer.reach(kind, Action.READ) != Reach.ALL)
                .collect(Collectors.toSet());
        Page<AuditLine> page = store.page(query, hidden, settings.workspace().zone(), cursor, limit);
        return named(viewer, page);
    }

    /**
     * How the facts of one record came to be what they are, the latest first; the caller has checked that the viewer may
     * read it. What other records are called is told only of those that he may read too.
     */
    public Page<AuditLine> ofRecord(
            Viewer viewer, RecordKind kind, UUID id, @Nullable String cursor, @Nullable Integer limit) {
        return named(viewer, store.ofRecord(kind, id, OF_FACTS, cursor, limit));
    }

    private Page<AuditLine> named(Viewer viewer, Page<AuditLine> page) {
        Set<UUID> ids = new HashSet<>();
        page.items().forEach(line -> eachId(line, ids::add));
        Map<UUID, String> names = names(viewer, ids);
        return page.map(line -> named(line, names));
    }

    /** One question to each module, however many lines there are. */
    private Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            sources.forEach(source -> names.putAll(source.names(viewer, ids)));
        }
        return names;
    }

    private static AuditLine named(AuditLine line, Map<UUID, String> names) {
        Map<String, String> here = new LinkedHashMap<>();
        eachId(line, id -> {
            String name = names.get(id);
            if (name != null) {
                here.put(id.toString(), name);
            }
        });
        return new AuditLine(
                line.id(),
                line.at(),
                line.actor(),
                line.via(),
                line.kind(),
                line.recordId(),
                names.get(line.recordId()),
                line.action(),
                line.before(),
                line.after(),
                line.erased(),
                here);
    }

    private static void eachId(AuditLine line, Consumer<UUID> found) {
        found.accept(line.recordId());
        eachId(line.before(), found);
        eachId(line.after(), found);
    }

    private static void eachId(@Nullable JsonNode value, Consumer<UUID> found) {
        if (value == null) {
            return;
        }
        if (value.isString() && ID.matcher(value.stringValue()).matches()) {
            found.accept(UUID.fromString(value.stringValue()));
        }
        value.forEach(part -> eachId(part, found));
    }
}
