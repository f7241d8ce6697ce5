package vn.songhanh.alignment.handoff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.Role;
import vn.songhanh.workspace.members.Teams;
import vn.songhanh.workspace.notices.Notices;

/** Who is told of what happens to a hand-off. Whoever did it knows already; the screen shows the rest. */
@Component
class HandoffNotices {

    private static final int FEW = 5;

    private final Notices notices;
    private final Members members;
    private final Teams teams;

    HandoffNotices(Notices notices, Members members, Teams teams) {
        this.notices = notices;
        this.members = members;
        this.teams = teams;
    }

    void tell(Collection<Handoff> handoffs) {
        Map<MemberId, Integer> offers = offers(handoffs);
        List<Notices.Message> messages = new ArrayList<>();
        offers.forEach((rep, count) -> {
            if (count > FEW) {
                messages.add(new Notices.Message(
                        List.of(rep), "handoff-offered-many", Map.of("count", String.valueOf(count)), "/handoffs"));
            }
        });
        Staff staff = new Staff();
        for (Handoff handoff : handoffs) {
            for (HandoffStep step : handoff.news()) {
                boolean told = step.kind() == HandoffStep.Kind.OFFERED && offers.getOrDefault(step.rep(), 0) > FEW;
                Set<MemberId> who = told ? Set.of() : staff.listeners(handoff, step);
                if (who.isEmpty()) {
                    continue;
                }
                messages.add(new Notices.Message(
                        who,
                        "handoff-" + step.kind().name().toLowerCase(Locale.ROOT),
                        Map.of(
                                "contact",
                                handoff.contactId().toString(),
                                "tier",
                                handoff.lead().tier().name()),
                        "/contacts/" + handoff.contactId()));
            }
        }
        notices.tellAll(messages);
    }

    /** How many leads each rep is offered at once: an import of new leads is told in one notice, not in a thousand. */
    private static Map<MemberId, Integer> offers(Collection<Handoff> handoffs) {
        Map<MemberId, Integer> offers = new HashMap<>();
        for (Handoff handoff : handoffs) {
            for (HandoffStep step : handoff.news()) {
                if (step.kind() == HandoffStep.Kind.OFFERED) {
                    offers.merge(step.rep(), 1, Integer::sum);
                }
            }
        }
        return offers;
    }

    /** Who hears of what; each role and team is looked up once, however many hand-offs are told of. */
    private final class Staff {

        private final Map<TeamId, Optional<MemberId>> leaders = new HashMap<>();
        private final Map<Role, Set<MemberId>> active = new EnumMap<>(Role.class);

        Set<MemberId> listeners(Handoff handoff, HandoffStep step) {
            MemberId rep = step.rep();
            return switch (step.kind()) {
                case OFFERED, REASSIGNED, REMINDED, UPHELD, OVERTURNED -> Set.of(rep);
                case BREACHED -> {
                    Set<MemberId> both = new LinkedHashSet<>(managersOf(handoff.rep()));
                    both.add(rep);
                    yield both;
                }
                case REJECTED -> activeOf(Role.MARKETING_MANAGER);
                case DISPUTED -> managersOf(handoff.rep());
                case ACCEPTED, TOUCHED, QUALIFIED, WITHDRAWN -> Set.of();
            };
        }

        /** The leader of the rep's team; without one the sales managers, else the owners. */
        private Set<MemberId> managersOf(Rep rep) {
            MemberId leader = leaderOf(rep.team());
            if (leader != null && !leader.equals(rep.id())) {
                return Set.of(leader);
            }
            Set<MemberId> managers = activeOf(Role.SALES_MANAGER);
            return managers.isEmpty() ? activeOf(Role.OWNER) : managers;
        }

        private @Nullable MemberId leaderOf(TeamId id) {
            return leaders.computeIfAbsent(
                            id, team -> Optional.ofNullable(teams.require(team).leaderId()))
                    .orElse(null);
        }

        private Set<MemberId> activeOf(Role role) {
            return active.computeIfAbsent(
                    role,
                    each -> new LinkedHashSet<>(
                            members.active(each).stream().map(Member::id).toList()));
        }
    }
}
