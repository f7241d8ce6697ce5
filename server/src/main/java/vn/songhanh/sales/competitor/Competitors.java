package vn.songhanh.sales.competitor;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.ListRequest;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.customfields.CustomFields;
import vn.songhanh.workspace.doors.PlainRecords;
import vn.songhanh.workspace.members.Owners;
import vn.songhanh.workspace.members.Owners.Owner;

/** What can be done with competitors. */
@Service
public class Competitors implements PlainRecords<CompetitorId, CompetitorInput, CompetitorView> {

    private final CompetitorStore store;
    private final Owners owners;
    private final CustomFields customFields;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    Competitors(
            CompetitorStore store,
            Owners owners,
            CustomFields customFields,
            Audit audit,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.owners = owners;
        this.customFields = customFields;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public RecordKind kind() {
        return SalesKinds.COMPETITOR;
    }

    @Override
    public Page<CompetitorView> list(ListRequest request, FilterField.Context context) {
        return store.list(request, context);
    }

    @Override
    public CompetitorView require(Viewer viewer, CompetitorId id) {
        return store.view(viewer, id);
    }

    /**
     * Whoever names no owner becomes it himself.
     *
     * @throws Conflict when another living one has the name
     */
    @Override
    @Transactional
    public CompetitorView create(Viewer viewer, CompetitorInput input) {
        viewer.require(kind(), Action.WRITE);
        store.claimNames();
        Owner owner = owners.given(viewer, kind(), input.ownerId() == null ? viewer.actor() : input.ownerId());
        Competitor made = Competitor.create(checked(input), owner, now());
        write(made, () -> store.insert(made));
        record(viewer, "created", Map.of(), made);
        return CompetitorView.of(made, viewer);
    }

    @Override
    @Transactional
    public CompetitorView patch(Viewer viewer, CompetitorId id, long version, JsonNode patch) {
        store.claimNames(); // before the record is held, as imports do it
        Competitor before = lock(viewer, id, new IfMatch(version), Action.WRITE, false);
        CompetitorInput input = MergePatch.apply(json, CompetitorInput.of(before), patch, CompetitorInput.class);
        Owner owner = owners.given(viewer, kind(), input.ownerId(), before);
        Competitor after = before.edit(checked(input), owner, now());
        write(after, () -> store.save(after));
        record(viewer, "updated", before.facts(), after);
        return store.viewOfWriter(viewer, id);
    }

    @Override
    @Transactional
    public void delete(Viewer viewer, CompetitorId id, IfMatch ifMatch) {
        Competitor before = lock(viewer, id, ifMatch, Action.DELETE, false);
        Competitor deleted = before.delete(now());
        store.save(deleted);
        record(viewer, "deleted", before.facts(), deleted);
    }

    /** @throws Conflict when another has been given the name meanwhile */
    @Override
    @Transactional
    public CompetitorView restore(Viewer viewer, CompetitorId id, IfMatch ifMatch) {
        store.claimNames();
        Competitor before = lock(viewer, id, ifMatch, Action.DELETE, true);
        Competitor restored = before.restore(now());
        write(restored, () -> store.save(restored));
        record(viewer, "restored", before.facts(), restored);
        return store.view(viewer, id);
    }

    private Competitor lock(Viewer viewer, CompetitorId id, IfMatch ifMatch, Action action, boolean deleted) {
        Competitor held = store.lock(viewer, id, deleted);
        viewer.require(kind(), action, held.ownerId(), held.teamId());
        ifMatch.require(held.version(), () -> CompetitorView.of(held, viewer));
        return held;
    }

    private static void write(Competitor competitor, Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            throw new Conflict(
                    "competitor-name-taken", Map.of("name", competitor.details().name()));
        }
    }

    private Competitor.Details checked(CompetitorInput input) {
        return CompetitorFields.DETAILS.changed(
                input.details(),
                "custom",
                customFields.check(kind(), input.details().custom()));
    }

    private void record(Viewer viewer, String action, Map<String, ?> before, Competitor after) {
        audit.record(viewer, kind(), after.id().value(), action, before, after.facts());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
