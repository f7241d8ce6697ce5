package vn.songhanh.workspace.members;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Owned;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;

/** Finds the team that goes with an owner. */
@Component
public class Owners {

    /** Both or neither. */
    public record Owner(@Nullable MemberId member, @Nullable TeamId team) {

        public static final Owner NOBODY = new Owner(null, null);
    }

    private final Members members;

    Owners(Members members) {
        this.members = members;
    }

    /** @throws Invalid when there is no such member */
    public Owner of(Viewer viewer, @Nullable MemberId member) {
        if (member == null) {
            return Owner.NOBODY;
        }
        if (member.equals(viewer.actor())) {
            return new Owner(member, viewer.team());
        }
        try {
            return new Owner(member, members.teamOf(member));
        } catch (NotFound nobody) {
            throw new Invalid("ownerId", "unknown-reference", Map.of("value", member.toString()));
        }
    }

    /** @throws Invalid when one of them is no member */
    public Map<MemberId, Owner> all(Collection<MemberId> wanted) {
        Map<MemberId, Owner> owners = new HashMap<>();
        members.find(Set.copyOf(wanted)).forEach((id, member) -> owners.put(id, new Owner(id, member.teamId())));
        for (MemberId id : wanted) {
            if (!owners.containsKey(id)) {
                throw new Invalid("ownerId", "unknown-reference", Map.of("value", id.toString()));
            }
        }
        return owners;
    }

    /** As {@link #of(Viewer, MemberId)}; whoever has the record already keeps it, with his team. */
    public Owner of(Viewer viewer, @Nullable MemberId member, Owned before) {
        return Objects.equals(member, before.ownerId())
                ? new Owner(before.ownerId(), before.teamId())
                : of(viewer, member);
    }

    /**
     * To whom the viewer gives a new record.
     *
     * @throws Forbidden when he may not: {@link Viewer#mayGive}
     */
    public Owner given(Viewer viewer, RecordKind kind, @Nullable MemberId member) {
        Owner owner = of(viewer, member);
        viewer.requireGive(kind, owner.member(), owner.team());
        return owner;
    }

    /** As {@link #given(Viewer, RecordKind, MemberId)}, of one that is there; who keeps it is not given it. */
    public Owner given(Viewer viewer, RecordKind kind, @Nullable MemberId member, Owned before) {
        Owner owner = of(viewer, member, before);
        if (!Objects.equals(member, before.ownerId())) {
            viewer.requireGive(kind, owner.member(), owner.team());
        }
        return owner;
    }
}
