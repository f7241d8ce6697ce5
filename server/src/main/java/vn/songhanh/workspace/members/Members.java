package vn.songhanh.workspace.members;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.ImportTarget.Batch;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;

/** The members of the company, and the rules by which they come, change and go. */
@Service
public class Members {

    private final MemberStore store;
    private final Roles roles;
    private final ApplicationEventPublisher told;
    private final Audit audit;
    private final Clock clock;

    Members(MemberStore store, Roles roles, ApplicationEventPublisher told, Audit audit, Clock clock) {
        this.store = store;
        this.roles = roles;
        this.told = told;
        this.audit = audit;
        this.clock = clock;
    }

    public Member require(MemberId id) {
        return store.find(id).orElseThrow(() -> new NotFound(WorkspaceKinds.MEMBER, id));
    }

    public Optional<Member> findByEmail(String email) {
        return store.findByEmail(email);
    }

    /** The active members of a role, the longest-serving first. */
    public List<Member> active(Role role) {
        return store.active(role);
    }

    /** Those of the given members that exist, by id. */
    public Map<MemberId, Member> find(Collection<MemberId> ids) {
        return store.find(ids).stream().collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /**
     * Finds members by full name (accents and case do not count) or e-mail, as files name them.
     *
     * @return by the text as it was given; what names nobody is absent
     */
    public Map<String, MemberId> named(Collection<String> namesOrEmails) {
        Map<String, String> keys = new HashMap<>();
        for (String text : namesOrEmails) {
            keys.put(text, key(text));
        }
        Map<String, MemberId> found = keys.isEmpty() ? Map.of() : store.named(new HashSet<>(keys.values()));
        Map<String, MemberId> result = new HashMap<>();
        keys.forEach((text, key) -> {
            MemberId id = found.get(key);
            if (id != null) {
                result.put(text, id);
            }
        });
        return result;
    }

    /** The owners whom the rows of a file name, found at once. */
    public OwnerColumn owners(Batch batch) {
        // Whoever may not read who works here does not find out by trying names.
        Map<String, MemberId> ids = batch.viewer().reach(WorkspaceKinds.MEMBER, Action.READ) == Reach.NONE
                ? Map.of()
                : named(batch.texts("owner"));
        Map<MemberId, Member> found = ids.isEmpty() ? Map.of() : find(ids.values());
        Map<String, OwnerColumn.Owner> owners = new HashMap<>();
        ids.forEach((text, id) -> {
            Member member = found.get(id);
            if (member != null) {
                owners.put(text, new OwnerColumn.Owner(id, member.teamId()));
            }
        });
        return new OwnerColumn(
                owners,
                new OwnerColumn.Owner(batch.viewer().member(), batch.viewer().team()));
    }

    private static String key(String nameOrEmail) {
        return nameOrEmail.contains("@")
                ? nameOrEmail.strip().toLowerCase(Locale.ROOT)
                : Text.fold(nameOrEmail.strip());
    }

    /** @throws NotFound when there is no such member */
    public TeamId teamOf(MemberId id) {
        return store.teamOf(id).orElseThrow(() -> new NotFound(WorkspaceKinds.MEMBER, id));
    }

    @Transactional
    public Member create(Viewer viewer, MemberInput input) {
        viewer.require(WorkspaceKinds.MEMBER, Action.WRITE);
        MemberInput.Checked member = input.checked();
        MemberId id = MemberId.next();
        mayCreate(viewer, member);
        write(member, () -> store.insert(id, member, clock.instant()));
        audit.record(viewer, WorkspaceKinds.MEMBER, id.value(), "created", Map.of(), member.facts());
        return require(id);
    }

    /** @throws StaleVersion when it is not of that version any more */
    @Transactional
    public Member update(Viewer viewer, MemberId id, long version, MemberInput input) {
        store.lock(id);
        Member before = require(id);
        viewer.require(WorkspaceKinds.MEMBER, Action.WRITE, id, before.teamId());
        MemberInput.Checked after = input.checked();
        if (before.version() != version) {
            throw new StaleVersion(version, before);
        }
        mayChange(viewer, before, after, Set.of());
        write(after, () -> store.update(id, version, after, clock.instant()));
        MemberInput.Checked former = MemberInput.of(before).checked();
        audit.record(viewer, WorkspaceKinds.MEMBER, id.value(), "updated", former.facts(), after.facts());
        told.publishEvent(new AccessChanged(viewer, id, !after.active()));
        tellAddress(before, after);
        return require(id);
    }

    void tellAddress(Member before, MemberInput.Checked after) {
        if (!Objects.equals(before.email(), after.email())) {
            told.publishEvent(new AddressChanged(before.id()));
        }
    }

    /** What must hold for a new member, typed or out of a file. */
    void mayCreate(Viewer viewer, MemberInput.Checked member) {
        viewer.require(WorkspaceKinds.MEMBER, Action.WRITE, null, member.teamId());
        mayGive(viewer, member.role());
    }

    /**
     * What must hold for a member to become what {@code after} says, typed or out of a file.
     *
     * @param leaving the owners who step down in the same transaction
     * @throws Conflict when no active owner who can sign in would be left
     */
    void mayChange(Viewer viewer, Member before, MemberInput.Checked after, Collection<MemberId> leaving) {
        mayWrite(viewer, before);
        if (!after.teamId().equals(before.teamId())) {
            viewer.require(WorkspaceKinds.MEMBER, Action.WRITE, null, after.teamId());
        }
        mayGive(viewer, after.role());
        if (stepsDown(before, after)
                && store.lockOwners().stream().allMatch(id -> id.equals(before.id()) || leaving.contains(id))) {
            throw new Conflict("last-owner");
        }
    }

    static boolean stepsDown(Member before, MemberInput.Checked after) {
        return before.role() == Role.OWNER && before.active() && (after.role() != Role.OWNER || !after.active());
    }

    /**
     * Nobody else changes the member until the transaction ends.
     *
     * @throws Forbidden when the viewer may not change that member
     */
    public Member requireForWriting(Viewer viewer, MemberId id) {
        store.lock(id);
        Member member = require(id);
        mayWrite(viewer, member);
        return member;
    }

    void mayWrite(Viewer viewer, Member member) {
        viewer.require(WorkspaceKinds.MEMBER, Action.WRITE, member.id(), member.teamId());
        mayGive(viewer, member.role());
    }

    /**
     * What a member says of himself: his name and his language.
     *
     * @param locale null for whatever the browser asks for
     * @throws Invalid with everything that is wrong
     */
    @Transactional
    public void introduce(Viewer viewer, @Nullable String fullName, @Nullable String locale) {
        viewer.requireHimself();
        store.lock(viewer.member());
        Member before = require(viewer.member());
        MemberInput.Checked former = MemberInput.of(before).checked();
        MemberInput.Checked after = new MemberInput(
                        fullName, before.email(), before.role(), before.teamId(), before.active(), locale)
                .checked();
        if (after.equals(former)) {
            return;
        }
        store.update(before.id(), before.version(), after, clock.instant());
        audit.record(viewer, WorkspaceKinds.MEMBER, before.id().value(), "updated", former.facts(), after.facts());
        told.publishEvent(new AccessChanged(viewer, viewer.member(), false));
    }

    /** Members plan their own absences; whoever may change a member plans those of others, and so does a key. */
    @Transactional
    public Member addAbsence(Viewer viewer, MemberId id, Absence absence) {
        mayPlan(viewer, id);
        store.insertAbsence(id, absence, clock.instant());
        audit.record(viewer, WorkspaceKinds.MEMBER, id.value(), "absence-added", Map.of(), facts(absence));
        told.publishEvent(new AbsencePlanned(id, absence));
        return require(id);
    }

    @Transactional
    public Member removeAbsence(Viewer viewer, MemberId id, UUID absence) {
        mayPlan(viewer, id);
        Absence former = store.deleteAbsence(id, absence).orElseThrow(() -> new NotFound("absence", absence));
        audit.record(viewer, WorkspaceKinds.MEMBER, id.value(), "absence-removed", facts(former), Map.of());
        return require(id);
    }

    private static Map<String, String> facts(Absence absence) {
        return Map.of(
                "from", absence.from().toString(), "until", absence.until().toString());
    }

    private void mayPlan(Viewer viewer, MemberId id) {
        TeamId team = teamOf(id);
        if (!id.equals(viewer.member()) || !viewer.himself()) {
            viewer.require(WorkspaceKinds.MEMBER, Action.WRITE, id, team);
        }
    }

    /** Nobody gives a role, or changes a member who has one, that may do more than he may himself. */
    private void mayGive(Viewer viewer, Role role) {
        roles.within(viewer, roles.permissions(role));
        if (!ownersOwn(viewer, role)) {
            throw new Forbidden("owners-only");
        }
    }

    /** Whether the viewer may give that role. */
    boolean gives(Viewer viewer, Role role) {
        return roles.covers(viewer, role) && ownersOwn(viewer, role);
    }

    private boolean ownersOwn(Viewer viewer, Role role) {
        return role != Role.OWNER
                || viewer.actor() == null
                || require(viewer.member()).role() == Role.OWNER;
    }

    private static void write(MemberInput.Checked member, Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            // Two members with one e-mail address could not be told apart at sign-in.
            throw new Conflict("email-taken", Map.of("email", Objects.requireNonNullElse(member.email(), "")));
        } catch (DataIntegrityViolationException noSuchTeam) {
            throw new Invalid(
                    "teamId",
                    "unknown-reference",
                    Map.of("value", member.teamId().toString()));
        }
    }
}
