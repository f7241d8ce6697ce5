package vn.songhanh.workspace.members;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.access.Idempotency;
import vn.songhanh.workspace.settings.Settings;

@RestController
@RequestMapping("/api/members")
class MemberController {

    /** @param until null means one day */
    record AbsenceInput(@Nullable LocalDate from, @Nullable LocalDate until) {

        Absence absence() {
            if (from == null) {
                throw new Invalid("from", "required");
            }
            return new Absence(Ids.next(), from, until == null ? from : until);
        }
    }

    private final Members members;
    private final MemberStore store;
    private final Settings settings;
    private final Idempotency idempotency;
    private final JsonMapper json;
    private final Clock clock;

    MemberController(
            Members members,
            MemberStore store,
            Settings settings,
            Idempotency idempotency,
            JsonMapper json,
            Clock clock) {
        this.members = members;
        this.store = store;
        this.settings = settings;
        this.idempotency = idempotency;
        this.json = json;
        this.clock = clock;
    }

    /** Everyone may know his colleagues, so there is nothing to hide row by row. */
    @GetMapping
    Page<Member> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        viewer.require(WorkspaceKinds.MEMBER, Action.READ);
        var context = new FilterField.Context(
                viewer, clock.instant(), settings.workspace().zone());
        return store.list(Filter.parse(filter), q, context, sort, cursor, limit);
    }

    @GetMapping("/{id}")
    ResponseEntity<Member> read(Viewer viewer, @PathVariable MemberId id) {
        viewer.require(WorkspaceKinds.MEMBER, Action.READ);
        return answer(members.require(id));
    }

    @PostMapping
    ResponseEntity<Member> create(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody MemberInput input) {
        UUID id = idempotency.once(
                viewer, key, input, () -> members.create(viewer, input).id().value());
        Member member = members.require(new MemberId(id));
        return ResponseEntity.created(URI.create("/api/members/" + member.id()))
                .eTag("\"" + member.version() + "\"")
                .body(member);
    }

    @PatchMapping("/{id}")
    ResponseEntity<Member> update(
            Viewer viewer,
            @PathVariable MemberId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        MemberInput input = MergePatch.apply(json, MemberInput.of(members.require(id)), patch, MemberInput.class);
        return answer(members.update(viewer, id, version, input));
    }

    @PostMapping("/{id}/absences")
    @ResponseStatus(HttpStatus.CREATED)
    Member addAbsence(Viewer viewer, @PathVariable MemberId id, @RequestBody AbsenceInput input) {
        return members.addAbsence(viewer, id, input.absence());
    }

    @DeleteMapping("/{id}/absences/{absence}")
    Member removeAbsence(Viewer viewer, @PathVariable MemberId id, @PathVariable UUID absence) {
        return members.removeAbsence(viewer, id, absence);
    }

    private static ResponseEntity<Member> answer(Member member) {
        return ResponseEntity.ok().eTag("\"" + member.version() + "\"").body(member);
    }
}
