package vn.songhanh.alignment.sla;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.Role;
import vn.songhanh.workspace.members.Roles;
import vn.songhanh.workspace.notices.Notices;

/** Who is told of a proposal: those whose signature it waits for, and both sides once it holds or is taken back. */
@Component
class SlaNotices {

    private static final String PAGE = "/sla/contract";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Notices notices;
    private final Members members;
    private final Roles roles;

    SlaNotices(Notices notices, Members members, Roles roles) {
        this.notices = notices;
        this.members = members;
        this.roles = roles;
    }

    void proposed(Viewer viewer, Proposal proposal) {
        tell(viewer, heads(proposal.missing()), "sla-proposed", proposal);
    }

    void signed(Viewer viewer, Proposal proposal) {
        if (proposal.state() == Proposal.State.AGREED) {
            tell(viewer, concerned(proposal), "sla-agreed", proposal);
        } else {
            tell(viewer, heads(proposal.missing()), "sla-signed", proposal);
        }
    }

    void withdrawn(Viewer viewer, Proposal proposal) {
        tell(viewer, concerned(proposal), "sla-withdrawn", proposal);
    }

    private void tell(Viewer viewer, Collection<MemberId> who, String kind, Proposal proposal) {
        Set<MemberId> others = new LinkedHashSet<>(who);
        // Whoever did it knows already.
        others.remove(viewer.member());
        Member actor = members.find(List.of(viewer.member())).get(viewer.member());
        notices.tell(
                others,
                kind,
                Map.of("name", actor == null ? "" : actor.fullName(), "day", DAY.format(proposal.startsOn())),
                PAGE);
    }

    private Set<MemberId> concerned(Proposal proposal) {
        Set<MemberId> concerned = heads(Set.of(Side.values()));
        concerned.add(proposal.proposedBy());
        proposal.signatures().forEach(signature -> concerned.add(signature.memberId()));
        return concerned;
    }

    /** Those who may sign for these sides; the owners where a side has nobody else. */
    private Set<MemberId> heads(Collection<Side> sides) {
        Set<MemberId> heads = new LinkedHashSet<>();
        for (Side side : sides) {
            List<MemberId> own = Stream.of(Role.values())
                    .filter(role -> role != Role.OWNER && Side.of(role).contains(side))
                    .filter(role -> roles.permissions(role).reach(AlignmentKinds.SLA, Action.WRITE) == Reach.ALL)
                    .flatMap(role -> members.active(role).stream())
                    .map(Member::id)
                    .toList();
            heads.addAll(
                    own.isEmpty()
                            ? members.active(Role.OWNER).stream()
                                    .map(Member::id)
                                    .toList()
                            : own);
        }
        return heads;
    }
}
