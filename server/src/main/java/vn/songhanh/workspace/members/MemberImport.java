package vn.songhanh.workspace.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;

/**
 * Members from a file, with the teams and managers that it names. A manager who is not there yet is made; he leads the
 * team. Where a file puts two managers over one team, the second leads a team of his own, {@code Team – Manager}, since
 * what a leader sees is his team.
 */
@Component
class MemberImport implements ImportTarget {

    /** As our own screens call them. */
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("Chủ doanh nghiệp", "OWNER"),
            Map.entry("Quản trị viên", "ADMINISTRATOR"),
            Map.entry("Trưởng phòng marketing", "MARKETING_MANAGER"),
            Map.entry("Marketing manager", "MARKETING_MANAGER"),
            Map.entry("Nhân viên marketing", "MARKETER"),
            Map.entry("Trưởng phòng bán hàng", "SALES_MANAGER"),
            Map.entry("Trưởng phòng kinh doanh", "SALES_MANAGER"),
            Map.entry("Sales manager", "SALES_MANAGER"),
            Map.entry("Bán hàng tại văn phòng", "INSIDE_REP"),
            Map.entry("Inside rep", "INSIDE_REP"),
            Map.entry("Bán hàng thị trường", "OUTSIDE_REP"),
            Map.entry("Outside rep", "OUTSIDE_REP"),
            Map.entry("Người xem", "VIEWER"));

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final Members members;
    private final MemberStore store;
    private final TeamStore teams;
    private final MemberImportStore written;
    private final ApplicationEventPublisher told;
    private final Audit audit;
    private final JsonMapper json;

    MemberImport(
            Members members,
            MemberStore store,
            TeamStore teams,
            MemberImportStore written,
            ApplicationEventPublisher told,
            Audit audit,
            JsonMapper json) {
        this.members = members;
        this.store = store;
        this.teams = teams;
        this.written = written;
        this.told = told;
        this.audit = audit;
        this.json = json;
    }

    @Override
    public RecordKind kind() {
        return WorkspaceKinds.MEMBER;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.required(
                        "fullName",
                        "Họ và tên | Họ tên | Tên nhân viên | Nhân viên | Thành viên | Full name | Name"
                                + " | Sales agent | Salesperson | Employee | Member"),
                Field.of("email", "Email | Thư điện tử | E-mail | Mail"),
                Field.of(
                        "team",
                        "Đội | Nhóm | Phòng | Khu vực | Chi nhánh | Team | Regional office | Region | Office"
                                + " | Department"),
                Field.of("manager", "Quản lý | Trưởng nhóm | Trưởng phòng | Manager | Team leader | Supervisor"),
                Field.of("role", "Vai trò | Chức vụ | Chức danh | Role")
                        .oneOf(Role.NAMES)
                        .called(ROLES));
    }

    /** Files of members bring teams along. */
    @Override
    public void mayTake(Viewer viewer) {
        viewer.require(WorkspaceKinds.MEMBER, Action.WRITE);
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
    }

    @Override
    public void mayTakeBack(Viewer viewer) {
        viewer.require(WorkspaceKinds.MEMBER, Action.DELETE);
    }

    @Override
    public List<Outcome> take(Batch batch) {
        mayTake(batch.viewer());
        Draft draft = new Draft(batch);
        List<Outcome> outcomes = batch.rows().stream().map(draft::take).toList();
        if (!batch.dryRun()) {
            written.write(batch.importId(), draft.newTeams.values(), draft.newMembers, draft.changed, batch.now());
            draft.record();
            draft.changed.forEach(change ->
                    members.tellAddress(Objects.requireNonNull(draft.existing.get(change.id())), change.input()));
            told.publishEvent(new AccessChanged(batch.viewer(), null, false));
        }
        return outcomes;
    }

    @Override
    public Map<Long, String> undo(Viewer viewer, UUID importId, List<Done> rows, Instant now) {
        mayTakeBack(viewer);
        Map<Long, String> stayed = new HashMap<>();
        for (Done row : rows) {
            MemberId id = new MemberId(row.id());
            if (ownership(row)) {
                stayed.put(row.number(), "owners-stay");
            } else if (row.created() ? !written.delete(id) : !putBack(row, now)) {
                stayed.put(row.number(), row.created() ? "used-since" : "changed-since");
            }
        }
        written.deleteLeftOver(importId);
        told.publishEvent(new AccessChanged(viewer, null, false));
        return stayed;
    }

    /** Whether it would make or unmake an owner: whoever takes an import back need not be one. */
    private boolean ownership(Done row) {
        Role is = store.find(new MemberId(row.id())).map(Member::role).orElse(null);
        String was = row.before() == null
                ? null
                : json.readValue(row.before(), VALUES).get("role");
        return is == Role.OWNER || Role.OWNER.name().equals(was);
    }

    private boolean putBack(Done row, Instant now) {
        Member member = store.find(new MemberId(row.id())).orElse(null);
        if (member == null || !facts(member).equals(json.readValue(row.after(), VALUES))) {
            return false;
        }
        Map<String, String> before = json.readValue(row.before(), VALUES);
        MemberInput.Checked input = new MemberInput(
                        member.fullName(),
                        before.get("email"),
                        Role.valueOf(before.getOrDefault("role", member.role().name())),
                        TeamId.of(before.getOrDefault("teamId", member.teamId().toString())),
                        member.active(),
                        member.locale())
                .checked();
        members.tellAddress(member, input);
        return store.update(member.id(), member.version(), input, now);
    }

    /** What an import may change of a member who is there. */
    private static Map<String, String> facts(Member member) {
        return facts(member.email(), member.role(), member.teamId());
    }

    private static Map<String, String> facts(@Nullable String email, Role role, TeamId team) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (email != null) {
            facts.put("email", email);
        }
        facts.put("role", role.name());
        facts.put("teamId", team.toString());
        return facts;
    }

    /** A team that the batch makes, or whose leader it sets. */
    static final class TeamDraft {
        final TeamId id;
        final String name;
        final boolean isNew;

        @Nullable
        MemberId leader;

        TeamDraft(TeamId id, String name, boolean isNew, @Nullable MemberId leader) {
            this.id = id;
            this.name = name;
            this.isNew = isNew;
            this.leader = leader;
        }
    }

    /** @param version of the member as it was; 0 for a new one */
    record MemberDraft(MemberId id, long version, MemberInput.Checked input) {}

    /** What one batch comes to: rows are decided one after the other, and written together. */
    private final class Draft {

        private final Batch batch;
        private final Map<String, MemberId> known = new HashMap<>();
        private final Map<MemberId, Member> existing;
        private final Map<MemberId, MemberDraft> drafts = new LinkedHashMap<>();
        private final Set<MemberId> managersOnly = new HashSet<>();
        private final Set<MemberId> leaving = new HashSet<>();
        private final Map<String, TeamDraft> teamsByName = new HashMap<>();
        final Map<TeamId, TeamDraft> newTeams = new LinkedHashMap<>();
        final List<MemberDraft> newMembers = new ArrayList<>();
        final List<MemberDraft> changed = new ArrayList<>();

        /** In which row those stand who are new. */
        private final Map<MemberId, Long> rows = new HashMap<>();

        Draft(Batch batch) {
            this.batch = batch;
            Set<String> texts = new HashSet<>();
            List.of("fullName", "email", "manager").forEach(field -> texts.addAll(batch.texts(field)));
            members.named(texts).forEach((text, id) -> known.put(key(text), id));
            existing = members.find(new HashSet<>(known.values()));
            for (Team team : teams.all()) {
                teamsByName.put(Text.fold(team.name()), new TeamDraft(team.id(), team.name(), false, team.leaderId()));
            }
        }

        /** Who may come in, and how far, is told one by one; the import tells of the members whom it changed. */
        void record() {
            for (TeamDraft team : newTeams.values()) {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("name", team.name);
                facts.put("leaderId", team.leader);
                audit.record(
                        batch.viewer(),
                        WorkspaceKinds.WORKSPACE,
                        team.id.value(),
                        team.isNew ? "team-created" : "team-updated",
                        Map.of(),
                        facts);
            }
            for (MemberDraft member : newMembers) {
                audit.record(
                        batch.viewer(),
                        WorkspaceKinds.MEMBER,
                        member.id().value(),
                        "created",
                        Map.of(),
                        member.input().facts());
            }
        }

        Outcome take(ImportRow row) {
            try {
                return Outcome.of(() -> decide(row));
            } catch (Forbidden | Conflict refused) {
                return new Outcome.Failed("row", refused.slug());
            }
        }

        private Outcome decide(ImportRow row) {
            String name = Objects.requireNonNullElse(row.get("fullName"), "");
            String email = row.get("email");
            MemberId found = email == null ? null : known.get(key(email));
            boolean sameEmail = found != null;
            if (found == null) {
                found = known.get(key(name));
            }
            long earlier = earlier(name, email);
            if (found != null && managersOnly.remove(found)) {
                return complete(row, found, name, email);
            }
            if (found != null || earlier > 0) {
                if (found == null || drafts.containsKey(found)) {
                    return Outcome.Skipped.asRow(
                            found == null ? null : found.value(),
                            found == null ? earlier : rows.getOrDefault(found, row.number()));
                }
                if (batch.duplicates() == Duplicates.SKIP || (batch.duplicates() == Duplicates.CREATE && sameEmail)) {
                    return new Outcome.Skipped(found.value(), "duplicate");
                }
                if (batch.duplicates() == Duplicates.UPDATE) {
                    return update(row, Objects.requireNonNull(existing.get(found)));
                }
            }
            Role role = role(row, Role.INSIDE_REP);
            checked(name, email, role, batch.viewer().team());
            TeamId team = team(row);
            MemberId self = known.get(key(name));
            if (self != null && managersOnly.remove(self)) {
                newMembers.remove(drafts.remove(self));
                return create(row, self, checked(name, email, role, team));
            }
            return create(row, MemberId.next(), checked(name, email, role, team));
        }

        /** The row of an earlier batch that a dry run would have taken; 0 when there was none. */
        private long earlier(String name, @Nullable String email) {
            long named = batch.seen().row("name:" + key(name));
            return named > 0 || email == null ? named : batch.seen().row("email:" + key(email));
        }

        private Outcome create(ImportRow row, MemberId id, MemberInput.Checked input) {
            members.mayCreate(batch.viewer(), input);
            add(id, input);
            rows.put(id, row.number());
            if (batch.dryRun()) {
                batch.seen().add("name:" + key(input.fullName()), row.number());
                if (input.email() != null) {
                    batch.seen().add("email:" + key(input.email()), row.number());
                }
            }
            return new Outcome.Created(id.value());
        }

        /** A row of his own for somebody whom an earlier row named as manager. */
        private Outcome complete(ImportRow row, MemberId id, String name, @Nullable String email) {
            MemberDraft draft = Objects.requireNonNull(drafts.remove(id));
            newMembers.remove(draft);
            TeamId team = row.get("team") == null && row.get("manager") == null
                    ? draft.input().teamId()
                    : team(row);
            return create(row, id, checked(name, email, role(row, draft.input().role()), team));
        }

        private Outcome update(ImportRow row, Member before) {
            members.mayWrite(batch.viewer(), before);
            TeamId team = row.get("team") == null && row.get("manager") == null ? before.teamId() : team(row);
            String email = Objects.requireNonNullElse(row.get("email"), Objects.requireNonNullElse(before.email(), ""));
            MemberInput.Checked after = new MemberInput(
                            before.fullName(),
                            email.isEmpty() ? null : email,
                            role(row, before.role()),
                            team,
                            before.active(),
                            before.locale())
                    .checked();
            Map<String, String> was = facts(before);
            Map<String, String> is = facts(after.email(), after.role(), after.teamId());
            if (was.equals(is)) {
                return new Outcome.Skipped(before.id().value(), "unchanged");
            }
            members.mayChange(batch.viewer(), before, after, leaving);
            if (Members.stepsDown(before, after)) {
                leaving.add(before.id());
            }
            MemberDraft draft = new MemberDraft(before.id(), before.version(), after);
            drafts.put(before.id(), draft);
            changed.add(draft);
            return new Outcome.Updated(before.id().value(), json.writeValueAsString(was), json.writeValueAsString(is));
        }

        private Role role(ImportRow row, Role otherwise) {
            String name = row.get("role");
            if (name != null && !Role.NAMES.contains(name)) {
                throw new Invalid("role", "unknown-choice", Map.of("allowed", Role.NAMES));
            }
            return given(name == null ? otherwise : Role.valueOf(name));
        }

        private Role given(Role role) {
            if (!members.gives(batch.viewer(), role)) {
                throw new Invalid("role", "role-beyond-yours", Map.of("role", role.name()));
            }
            return role;
        }

        /** The team that a row means, led by the manager whom it names. */
        private TeamId team(ImportRow row) {
            String name = row.get("team");
            String manager = row.get("manager");
            if (manager == null) {
                return name == null ? batch.viewer().team() : open(name, null).id;
            }
            MemberId leader = known.get(key(manager));
            if (name == null) {
                Member there = leader == null ? null : existing.get(leader);
                return there != null ? there.teamId() : led(manager, manager, leader).id;
            }
            TeamDraft team = teamsByName.get(Text.fold(name));
            boolean taken = team != null && team.leader != null && !team.leader.equals(leader);
            return led(taken ? name + " – " + manager : name, manager, leader).id;
        }

        private TeamDraft led(String name, String manager, @Nullable MemberId leader) {
            TeamDraft team = open(name, leader);
            if (team.leader == null) {
                MemberId id = leader == null ? MemberId.next() : leader;
                if (leader == null) {
                    add(id, checked(manager, null, given(Role.SALES_MANAGER), team.id));
                    managersOnly.add(id);
                }
                team.leader = id;
                newTeams.put(team.id, team);
            }
            return team;
        }

        private TeamDraft open(String name, @Nullable MemberId leader) {
            if (name.length() > TeamInput.LONGEST_NAME) {
                throw new Invalid("team", "too-long", Map.of("max", TeamInput.LONGEST_NAME));
            }
            return teamsByName.computeIfAbsent(Text.fold(name), folded -> {
                TeamDraft team = new TeamDraft(TeamId.next(), name, true, leader);
                newTeams.put(team.id, team);
                return team;
            });
        }

        private void add(MemberId id, MemberInput.Checked input) {
            MemberDraft draft = new MemberDraft(id, 0, input);
            drafts.put(id, draft);
            newMembers.add(draft);
            known.putIfAbsent(key(input.fullName()), id);
            if (input.email() != null) {
                known.put(key(input.email()), id);
            }
        }

        private MemberInput.Checked checked(String name, @Nullable String email, Role role, TeamId team) {
            return new MemberInput(name, email, role, team, true, null).checked();
        }

        private String key(String nameOrEmail) {
            return nameOrEmail.contains("@")
                    ? nameOrEmail.strip().toLowerCase(Locale.ROOT)
                    : Text.fold(nameOrEmail.strip());
        }
    }
}
