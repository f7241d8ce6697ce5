package vn.songhanh.alignment.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.alignment.sla.Difference.Change;
import vn.songhanh.alignment.sla.SlaHistory.Standing;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.Viewer;

@RestController
@RequestMapping("/api/slas")
class SlaController {

    /**
     * @param version of the contract, counted from 1
     * @param agreedAt when it got its second signature
     * @param startsOn the day from which it holds, in the workspace's zone
     * @param endsOn the last day on which it holds; null while nothing follows it
     * @param signatures none for a version of before signatures were asked for
     * @param against the version whose place it took; null for the first
     * @param changes what it says otherwise than that one
     * @param proposal what waits for signatures; told beside the version in force
     */
    record SlaView(
            SlaId id,
            long version,
            String name,
            SlaTerms terms,
            Instant agreedAt,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Standing standing,
            List<Signature> signatures,
            @Nullable Long against,
            List<Change> changes,
            @Nullable ProposalView proposal,
            Can can) {

        /** @param edit whether this viewer may propose another version */
        record Can(boolean edit) {}
    }

    /**
     * A version that is not agreed yet, and holds for nobody.
     *
     * @param version of its text; a signature is for one of them
     * @param against the version that is in force on the day on which this one would begin; once agreed, the one whose
     *     place it took
     * @param changes what it says otherwise
     * @param replaces agreed versions that would not begin any more
     * @param late whether the day on which it should begin is over, so that nobody can sign it any more
     */
    record ProposalView(
            ProposalId id,
            SlaId slaId,
            long version,
            Proposal.State state,
            String name,
            SlaTerms terms,
            LocalDate startsOn,
            boolean late,
            MemberId proposedBy,
            Instant proposedAt,
            long against,
            List<Change> changes,
            List<Long> replaces,
            List<Signature> signatures,
            Can can) {

        /** @param sign the sides for which this viewer may sign */
        record Can(boolean edit, boolean withdraw, Set<Side> sign) {}
    }

    /** @param startsOn the day from which it would hold */
    record ComparisonView(LocalDate startsOn, long against, List<Change> changes, List<Long> replaces) {}

    private final Slas slas;
    private final JsonMapper json;

    SlaController(Slas slas, JsonMapper json) {
        this.slas = slas;
        this.json = json;
    }

    @GetMapping
    Page<SlaView> list(Viewer viewer) {
        List<SlaView> all =
                slas.all(viewer).stream().map(id -> present(viewer, id)).toList();
        return new Page<>(all, null, null);
    }

    /** The version in force today, and what is proposed. */
    @GetMapping("/{id}")
    ResponseEntity<SlaView> read(Viewer viewer, @PathVariable SlaId id) {
        return answer(present(viewer, id));
    }

    @GetMapping("/{id}/versions")
    Page<SlaView> versions(Viewer viewer, @PathVariable SlaId id) {
        SlaHistory history = slas.history(viewer, id);
        Map<Long, List<Signature>> signatures = slas.signatures(viewer, id);
        List<SlaView> all = history.latestFirst().stream()
                .map(sla -> view(viewer, history, sla, signatures, null))
                .toList();
        return new Page<>(all, null, null);
    }

    /** Proposes what the patch makes of the version in force; it holds once both sides have signed it. */
    @PatchMapping("/{id}")
    ResponseEntity<SlaView> propose(
            Viewer viewer,
            @PathVariable SlaId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        slas.propose(viewer, id, version, patched(viewer, id, patch));
        return answer(present(viewer, id));
    }

    /** What would change if this patch of the version in force were proposed; keeps nothing. */
    @PostMapping("/{id}/compare")
    ComparisonView compare(Viewer viewer, @PathVariable SlaId id, @RequestBody JsonNode patch) {
        SlaInput input = patched(viewer, id, patch);
        Slas.Comparison comparison = slas.compare(viewer, id, input);
        return new ComparisonView(
                input.startsOn(slas.today()),
                comparison.against().version(),
                comparison.changes(),
                numbers(comparison.replaces()));
    }

    @GetMapping("/{id}/proposals/{proposal}")
    ResponseEntity<ProposalView> proposal(Viewer viewer, @PathVariable SlaId id, @PathVariable ProposalId proposal) {
        return answer(viewer, slas.requireProposal(viewer, id, proposal));
    }

    /** Editing takes the signatures away. */
    @PatchMapping("/{id}/proposals/{proposal}")
    ResponseEntity<ProposalView> edit(
            Viewer viewer,
            @PathVariable SlaId id,
            @PathVariable ProposalId proposal,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        SlaInput input =
                MergePatch.apply(json, SlaInput.of(slas.requireProposal(viewer, id, proposal)), patch, SlaInput.class);
        return answer(viewer, slas.edit(viewer, id, proposal, version, input));
    }

    /** @param side may be left out by whoever speaks for one only */
    record Signing(@Nullable Side side) {}

    /** Signs the text of that version; with the second signature it is agreed. */
    @PostMapping("/{id}/proposals/{proposal}/sign")
    ResponseEntity<ProposalView> sign(
            Viewer viewer,
            @PathVariable SlaId id,
            @PathVariable ProposalId proposal,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Signing signing) {
        long version = PreconditionRequired.version(ifMatch);
        return answer(viewer, slas.sign(viewer, id, proposal, version, signing == null ? null : signing.side()));
    }

    @PostMapping("/{id}/proposals/{proposal}/withdraw")
    ResponseEntity<ProposalView> withdraw(
            Viewer viewer,
            @PathVariable SlaId id,
            @PathVariable ProposalId proposal,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(viewer, slas.withdraw(viewer, id, proposal, PreconditionRequired.version(ifMatch)));
    }

    private SlaInput patched(Viewer viewer, SlaId id, JsonNode patch) {
        Sla present = slas.history(viewer, id).inForce(slas.today());
        return MergePatch.apply(json, SlaInput.of(present), patch, SlaInput.class);
    }

    private SlaView present(Viewer viewer, SlaId id) {
        SlaHistory history = slas.history(viewer, id);
        ProposalView proposal = slas.proposal(viewer, id)
                .map(open -> view(viewer, history, open))
                .orElse(null);
        return view(viewer, history, history.inForce(slas.today()), slas.signatures(viewer, id), proposal);
    }

    private SlaView view(
            Viewer viewer,
            SlaHistory history,
            Sla sla,
            Map<Long, List<Signature>> signatures,
            @Nullable ProposalView proposal) {
        Sla before = history.before(sla).orElse(null);
        return new SlaView(
                sla.id(),
                sla.version(),
                sla.name(),
                sla.terms(),
                sla.agreedAt(),
                sla.startsOn(),
                history.endsOn(sla),
                history.standing(sla, slas.today()),
                signatures.getOrDefault(sla.version(), List.of()),
                before == null ? null : before.version(),
                before == null ? List.of() : Difference.between(before.name(), before.terms(), sla.name(), sla.terms()),
                proposal,
                new SlaView.Can(viewer.may(AlignmentKinds.SLA, Action.WRITE, null, null)));
    }

    private ProposalView view(Viewer viewer, SlaHistory history, Proposal proposal) {
        Slas.Comparison comparison = slas.compare(history, proposal);
        boolean open = proposal.state() == Proposal.State.OPEN;
        boolean edit = open && viewer.may(AlignmentKinds.SLA, Action.WRITE, null, null);
        return new ProposalView(
                proposal.id(),
                proposal.slaId(),
                proposal.version(),
                proposal.state(),
                proposal.name(),
                proposal.terms(),
                proposal.startsOn(),
                open && proposal.startsOn().isBefore(slas.today()),
                proposal.proposedBy(),
                proposal.proposedAt(),
                comparison.against().version(),
                comparison.changes(),
                numbers(comparison.replaces()),
                proposal.signatures(),
                new ProposalView.Can(edit, edit, slas.signable(viewer, proposal)));
    }

    private static List<Long> numbers(List<Sla> versions) {
        return versions.stream().map(Sla::version).toList();
    }

    private static ResponseEntity<SlaView> answer(SlaView sla) {
        return ResponseEntity.ok().eTag("\"" + sla.version() + "\"").body(sla);
    }

    private ResponseEntity<ProposalView> answer(Viewer viewer, Proposal proposal) {
        return ResponseEntity.ok()
                .eTag("\"" + proposal.version() + "\"")
                .body(view(viewer, slas.history(viewer, proposal.slaId()), proposal));
    }
}
