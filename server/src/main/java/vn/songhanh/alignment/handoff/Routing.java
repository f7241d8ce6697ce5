package vn.songhanh.alignment.handoff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Reach;
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
        List<Member> there = staff().there(today, member -> true);
        List<Member> candidates = there.isEmpty() ? members.active(Role.OWNER) : there;
        return deal(Collections.nCopies(leads, candidates)).stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Whether a hand-off can be left with the member at all: he can come in, and may answer it. */
    boolean answers(Member member) {
        return member.signsIn() && !hasLeft(member);
    }

    /**
     * Whether he may not answer any more: he left the company, or lost the right. Whoever cannot sign in at the moment,
     * because his invitation is on its way, has done neither.
     */
    boolean hasLeft(Member member) {
        return !member.active()
                || roles.permissions(member.role()).reach(AlignmentKinds.HANDOFF, Action.WRITE) == Reach.NONE;
    }

    /** Everybody with whom a hand-off can be left, the reps first. */
    List<Member> receivers() {
        return Arrays.stream(Role.values())
                .sorted(Comparator.comparing(role -> !role.sells()))
                .flatMap(role -> members.active(role).stream())
                .filter(this::answers)
                .toList();
    }

    /** The next in turn besides those who had it; empty when there is nobody else. */
    Optional<Rep> another(Set<MemberId> before, LocalDate today) {
        return Optional.ofNullable(others(List.of(before), today).getFirst());
    }

    /**
     * For each of many the next in turn besides those who had it; null where there is nobody else. Holds the rota as
     * {@link #next} does.
     *
     * @param before for each, who had it
     */
    List<@Nullable Rep> others(List<Set<MemberId>> before, LocalDate today) {
        Staff staff = staff();
        List<List<Member>> candidates = before.stream()
                .map(had -> staff.there(today, member -> !had.contains(member.id())))
                .toList();
        if (candidates.stream().allMatch(List::isEmpty)) {
            return candidates.stream().map(none -> (Rep) null).toList();
        }
        return deal(candidates);
    }

    /** Whether he could take a lead today. */
    boolean isThere(Member member, LocalDate today) {
        return answers(member) && !member.awayOn(today);
    }

    /** Everybody who may answer a lead, read once. */
    private Staff staff() {
        return new Staff(
                Stream.of(Role.INSIDE_REP, Role.OUTSIDE_REP)
                        .flatMap(role -> members.active(role).stream())
                        .filter(this::answers)
                        .sorted(Comparator.comparing(Member::createdAt)
                                .thenComparing(member -> member.id().value()))
                        .toList(),
                members.active(Role.SALES_MANAGER).stream()
                        .filter(this::answers)
                        .toList(),
                members.active(Role.OWNER).stream().filter(this::answers).toList());
    }

    private record Staff(List<Member> reps, List<Member> managers, List<Member> owners) {

        /** The reps who are there; without any the managers, then the owners, who are asked even when they are away. */
        List<Member> there(LocalDate today, Predicate<Member> besides) {
            Predicate<Member> there = besides.and(member -> !member.awayOn(today));
            return Stream.of(
                            reps.stream().filter(there).toList(),
                            managers.stream().filter(there).toList(),
                            owners.stream().filter(there).toList(),
                            owners.stream().filter(besides).toList())
                    .filter(some -> !some.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
    }

    /** @param each for each lead those who may get it; null is dealt where there is nobody */
    private List<@Nullable Rep> deal(List<List<Member>> each) {
        long turn = store.lock();
        Map<MemberId, Long> last = new HashMap<>(store.turns(
                each.stream().flatMap(List::stream).map(Member::id).distinct().toList()));
        // A member who never had a turn waited longest; among several of those the longest-serving one.
        Comparator<Member> longestWaiting = Comparator.comparing(member -> last.getOrDefault(member.id(), 0L));
        List<@Nullable Rep> dealt = new ArrayList<>(each.size());
        for (List<Member> candidates : each) {
            Member member = candidates.stream().min(longestWaiting).orElse(null);
            if (member != null) {
                turn++;
                last.put(member.id(), turn);
            }
            dealt.add(member == null ? null : new Rep(member.id(), member.teamId()));
        }
        store.save(turn, last);
        return dealt;
    }
}
