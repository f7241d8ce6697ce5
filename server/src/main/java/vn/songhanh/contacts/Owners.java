package vn.songhanh.contacts;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.Members;

/** Finds the team that goes with an owner. */
@Component
class Owners {

    /** Both or neither. */
    record Owner(@Nullable MemberId member, @Nullable TeamId team) {

        static final Owner NOBODY = new Owner(null, null);
    }

    private final Members members;

    Owners(Members members) {
        this.members = members;
    }

    /** @throws Invalid when there is no such member */
    Owner of(Viewer viewer, @Nullable MemberId member) {
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

    /** Members by their name or e-mail address, as files name them; what names nobody is absent. */
    Map<String, Owner> named(Set<String> texts) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        Map<String, MemberId> ids = members.named(texts);
        Map<MemberId, Member> found = members.find(ids.values());
        Map<String, Owner> owners = new HashMap<>();
        ids.forEach((text, id) -> {
            Member member = found.get(id);
            if (member != null) {
                owners.put(text, new Owner(id, member.teamId()));
            }
        });
        return owners;
    }
}
