package vn.songhanh.alignment.handoff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.Role;
import vn.songhanh.workspace.members.Roles;

/**
 * Who gets the next lead: the reps in turn, whoever waited longest first, without those who are away or could not sign
 * in to answer. With nobody there it is a sales manager, else an owner, so that no lead is ever without somebody who
 * answers for it.
 */
@Component
class Routing {

    private final RoutingStore store;
    private final Members members;
    private final Roles roles;

    Routing(RoutingStore store, Members members, Roles roles) {
        this.store = store;
        this.members = members;
        this.roles = roles;
    }

    /** So many turns, in order; holds the rota until the transaction ends, so that leads at once are dealt out evenly. */
    List<Rep> next(int leads, LocalDate today) {
        List<Member> candidates = candidates(today, member -> true);
        return deal(leads, candidates.isEmpty() ? members.active(Role.OWNER) : candidates);
    }

    /** Whether a hand-off can be left with the member at all: he can come in, and may answer it. */
    boolean answers(Member member) {
        return member.active()
                && member.signsIn()
                && roles.permissions(member.role()).reach(RecordKind.HANDOFF, Action.WRITE) != Reach.NONE;
    }

    /** The next in turn besides those who had it; empty when there is nobody else. */
    Optional<Rep> another(Set<MemberId> before, LocalDate today) {
        List<Member> candidates = candidates(today, member -> !before.contains(member.id()));
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(deal(1, candidates).getFirst());
    }

    private List<Rep> deal(int leads, List<Member> candidates) {
        long turn = store.lock();
        Map<MemberId, Long> last =
                new HashMap<>(store.turns(candidates.stream().map(Member::id).toList()));
        // A member who never had a turn waited longest; among several of those the longest-serving one.
        Comparator<Member> longestWaiting = Comparator.comparing(member -> last.getOrDefault(member.id(), 0L));
        List<Rep> dealt = new ArrayList<>(leads);
        for (int i = 0; i < leads; i++) {
            Member member = candidates.stream().min(longestWaiting).orElseThrow();
            turn++;
            last.put(member.id(), turn);
            dealt.add(new Rep(member.id(), member.teamId()));
        }
        store.save(turn, last);
        return dealt;
    }

    private List<Member> candidates(LocalDate today, Predicate<Member> besides) {
        Predicate<Member> wanted = besides.and(this::answers);
        Predicate<Member> there = member -> !member.awayOn(today);
        List<Member> reps = Stream.of(Role.INSIDE_REP, Role.OUTSIDE_REP)
                .flatMap(role -> members.active(role).stream())
                .filter(wanted)
                .sorted(Comparator.comparing(Member::createdAt)
                        .thenComparing(member -> member.id().value()))
                .toList();
        List<Member> managers =
                members.active(Role.SALES_MANAGER).stream().filter(wanted).toList();
        List<Member> owners = members.active(Role.OWNER).stream().filter(wanted).toList();
        return Stream.of(
                        reps.stream().filter(there).toList(),
                        managers.stream().filter(there).toList(),
                        owners.stream().filter(there).toList(),
                        owners)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
