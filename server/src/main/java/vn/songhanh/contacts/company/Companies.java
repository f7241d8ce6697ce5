package vn.songhanh.contacts.company;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.OtherKindId;
import vn.songhanh.contacts.lifecycle.OtherKinds;
import vn.songhanh.contacts.lifecycle.StagedRecords;
import vn.songhanh.contacts.timeline.Timeline;
import vn.songhanh.contacts.timeline.TimelineDoors;
import vn.songhanh.contacts.timeline.TimelineItem;
import vn.songhanh.contacts.timeline.TouchInput;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.ListRequest;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.customfields.CustomFields;
import vn.songhanh.workspace.members.Owners;

/** The organisations that we deal with, and the rules by which they come, change and go. */
@Service
public class Companies implements StagedRecords<CompanyId, CompanyInput, CompanyView>, TimelineDoors.Logged<CompanyId> {

    private final CompanyStore store;
    private final Owners owners;
    private final Lifecycle lifecycle;
    private final OtherKinds otherKinds;
    private final Timeline timeline;
    private final CustomFields customFields;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    Companies(
            CompanyStore store,
            Owners owners,
            Lifecycle lifecycle,
            OtherKinds otherKinds,
            Timeline timeline,
            CustomFields customFields,
            Audit audit,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.owners = owners;
        this.lifecycle = lifecycle;
        this.otherKinds = otherKinds;
        this.timeline = timeline;
        this.customFields = customFields;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public RecordKind kind() {
        return ContactKinds.COMPANY;
    }

    @Override
    public Page<CompanyView> list(ListRequest request, FilterField.Context context) {
        return store.list(request, context);
    }

    @Override
    public CompanyView require(Viewer viewer, CompanyId id) {
        return store.view(viewer, id);
    }

    /** @throws Invalid naming {@code companyId} when it is not there, or not for the viewer to see */
    public @Nullable String nameOf(Viewer viewer, @Nullable CompanyId id) {
        if (id == null) {
            return null;
        }
        return store.name(viewer, id)
                .orElseThrow(() -> new Invalid("companyId", "unknown-reference", Map.of("value", id.toString())));
    }

    /**
     * Whoever names no owner becomes it himself.
     *
     * @param duplicates whether another company may have the same domain; never the same tax code
     * @throws CompanyDuplicate when one has, and none may
     */
    @Override
    @Transactional
    public CompanyView create(Viewer viewer, CompanyInput input, boolean duplicates) {
        viewer.require(ContactKinds.COMPANY, Action.WRITE);
        Owners.Owner owner =
                owners.given(viewer, ContactKinds.COMPANY, input.ownerId() == null ? viewer.actor() : input.ownerId());
        Company company = Company.create(checked(input), owner.member(), owner.team(), now());
        if (company.lifecycleStage() == LifecycleStage.OTHER) {
            otherKinds.given(company.otherKindId());
        }
        List<CompanyStore.Holder> claimed = store.claim(company.keys(), company.taxCode(), company.domain());
        requireParent(viewer, company, null);
        refuseDuplicate(viewer, company, duplicates, claimed);
        write(company, () -> store.insert(company));
        lifecycle.begin(
                viewer,
                ContactKinds.COMPANY,
                company.id().value(),
                company.lifecycleStage(),
                company.otherKindId(),
                Cause.CREATED,
                company.times().createdAt());
        audit.record(viewer, ContactKinds.COMPANY, company.id().value(), "created", Map.of(), company.facts());
        return CompanyView.of(company, viewer);
    }

    /**
     * Merges a patch into what people say about the company. A stage in it is a move by hand, forward only; backwards
     * it needs a reason, so it goes through {@link #move}.
     *
     * @throws StaleVersion when it is not of that version any more
     */
    @Override
    @Transactional
    public CompanyView patch(Viewer viewer, CompanyId id, long version, JsonNode patch, boolean duplicates) {
        // Claimed before the company is held, as imports do it, so that nobody waits for one who waits for him.
        List<CompanyStore.Holder> claimed = claim(patch);
        Company before = lock(viewer, id, Action.WRITE, false);
        new IfMatch(version).require(before.version(), () -> store.view(viewer, id));
        CompanyInput input = MergePatch.apply(json, CompanyInput.of(before), patch, CompanyInput.class);
        Owners.Owner owner = owners.given(viewer, ContactKinds.COMPANY, input.ownerId(), before);
        otherKinds.check(input.otherKindId(), before.otherKindId());
        Company after = before.edit(checked(input), owner.member(), owner.team(), now());
        requireParent(viewer, after, before.parentId());
        boolean sameDomain = Objects.equals(after.domain(), before.domain());
        refuseDuplicate(viewer, after, duplicates || sameDomain, claimed);
        write(after, () -> store.save(after));
        LifecycleStage stage = Objects.requireNonNullElse(input.lifecycleStage(), before.lifecycleStage());
        lifecycle.move(
                viewer,
                ContactKinds.COMPANY,
                id.value(),
                before.lifecycleStage(),
                stage,
                after.otherKindId(),
                null,
                after.times().updatedAt());
        audit.record(viewer, ContactKinds.COMPANY, id.value(), "updated", before.facts(), after.facts());
        return store.viewOfWriter(viewer, id);
    }

    /**
     * A move to another lifecycle stage by hand; backwards it needs the permission and a reason.
     *
     * @param otherKind which kind of OTHER, needed to go there; somebody who is there gets it
     */
    @Override
    @Transactional
    public void move(
            Viewer viewer,
            CompanyId id,
            IfMatch ifMatch,
            LifecycleStage to,
            @Nullable OtherKindId otherKind,
            @Nullable String reason) {
        Company company = lock(viewer, id, Action.WRITE, false);
        ifMatch.require(company.version(), () -> store.view(viewer, id));
        boolean aside = to == LifecycleStage.OTHER;
        if (otherKind != null && !aside) {
            throw new Invalid("otherKindId", "only-for-other");
        }
        OtherKindId kind =
                aside && !(otherKind == null && company.lifecycleStage() == to) ? otherKinds.given(otherKind) : null;
        if (kind != null && company.lifecycleStage() == to) {
            Company after = company.ofKind(kind, now());
            store.save(after);
            audit.record(viewer, ContactKinds.COMPANY, id.value(), "updated", company.facts(), after.facts());
            return;
        }
        boolean moved = lifecycle.move(
                viewer, ContactKinds.COMPANY, id.value(), company.lifecycleStage(), to, kind, reason, now());
        if (moved) {
            audit.record(
                    viewer,
                    ContactKinds.COMPANY,
                    id.value(),
                    "updated",
                    stageFacts(company.lifecycleStage(), company.otherKindId()),
                    stageFacts(to, kind));
        }
    }

    /** Into the bin, from which {@link #restore} brings it back. Its contacts stay. */
    @Override
    @Transactional
    public void delete(Viewer viewer, CompanyId id, IfMatch ifMatch) {
        Company company = lock(viewer, id, Action.DELETE, false);
        ifMatch.require(company.version(), () -> store.view(viewer, id));
        Company deleted = company.delete(now());
        store.save(deleted);
        audit.record(viewer, ContactKinds.COMPANY, id.value(), "deleted", company.facts(), deleted.facts());
    }

    /** @throws CompanyDuplicate when its tax code or domain has been given to another meanwhile */
    @Override
    @Transactional
    public CompanyView restore(Viewer viewer, CompanyId id, IfMatch ifMatch, boolean duplicates) {
        List<CompanyStore.Holder> claimed = store.deleted(id)
                .map(deleted -> store.claim(deleted.keys(), deleted.taxCode(), deleted.domain()))
                .orElse(List.of());
        Company company = lock(viewer, id, Action.DELETE, true);
        ifMatch.require(company.version(), () -> CompanyView.of(company, viewer));
        refuseDuplicate(viewer, company, duplicates, claimed);
        Company restored = company.restore(now());
        write(restored, () -> store.save(restored));
        audit.record(viewer, ContactKinds.COMPANY, id.value(), "restored", company.facts(), restored.facts());
        return store.view(viewer, id);
    }

    /** A call, a visit, a note: onto the company's timeline. */
    @Override
    @Transactional
    public TimelineItem log(Viewer viewer, CompanyId id, TouchInput input) {
        lock(viewer, id, Action.WRITE, false);
        return timeline.log(viewer, ContactKinds.COMPANY, id.value(), input);
    }

    private static Map<String, Object> stageFacts(LifecycleStage stage, @Nullable OtherKindId kind) {
        return kind == null ? Map.of("lifecycleStage", stage) : Map.of("lifecycleStage", stage, "otherKindId", kind);
    }

    private Company lock(Viewer viewer, CompanyId id, Action action, boolean deleted) {
        Company company = store.lock(viewer, id, deleted);
        viewer.require(ContactKinds.COMPANY, action, company.ownerId(), company.teamId());
        return company;
    }

    private void requireParent(Viewer viewer, Company company, @Nullable CompanyId before) {
        CompanyId parent = company.parentId();
        if (parent == null || parent.equals(before)) {
            return;
        }
        if (store.name(viewer, parent).isEmpty()) {
            throw new Invalid("parentId", "unknown-reference", Map.of("value", parent.toString()));
        }
        if (store.wouldCircle(company.id(), parent)) {
            throw new Conflict("company-circle", Map.of("parentId", parent.toString()));
        }
    }

    /**
     * @param duplicates whether another may have the same domain; never the same tax code
     * @param holders who has one of them, claimed
     */
    private static void refuseDuplicate(
            Viewer viewer, Company company, boolean duplicates, List<CompanyStore.Holder> holders) {
        for (CompanyStore.Holder holder : holders) {
            boolean byTaxCode = company.taxCode() != null && company.taxCode().equals(holder.taxCode());
            boolean byDomain = company.domain() != null && company.domain().equals(holder.domain());
            if (!holder.id().equals(company.id()) && (byTaxCode || (byDomain && !duplicates))) {
                boolean visible = viewer.may(ContactKinds.COMPANY, Action.READ, holder.owner(), holder.team());
                throw new CompanyDuplicate(
                        byTaxCode ? "taxCode" : "domain",
                        String.valueOf(byTaxCode ? company.taxCode() : company.domain()),
                        visible ? holder.id() : null);
            }
        }
    }

    /** Of the keys that a patch names, as they would be kept. */
    private List<CompanyStore.Holder> claim(JsonNode patch) {
        String taxCode = TaxCode.parse(patch.path("taxCode").asString(""))
                .map(TaxCode::value)
                .orElse(null);
        String domain = Company.domain(patch.path("domain").asString("")).orElse(null);
        String name = Text.cleanOrNull(patch.path("name").asString(""), "name");
        return store.claim(Company.keys(taxCode, domain, name), taxCode, domain);
    }

    /** Whoever was given a tax code by an import that takes duplicates did not claim it. */
    private static void write(Company company, Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            throw new CompanyDuplicate("taxCode", String.valueOf(company.taxCode()), null);
        }
    }

    private CompanyInput checked(CompanyInput input) {
        return input.withCustom(
                customFields.check(ContactKinds.COMPANY, input.details().custom()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
