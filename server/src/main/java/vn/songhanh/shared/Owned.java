package vn.songhanh.shared;

import org.jspecify.annotations.Nullable;

/** A record that belongs to a member and so to his team, or to nobody; what a viewer may do with it depends on that. */
public interface Owned {

    Id id();

    long version();

    @Nullable
    MemberId ownerId();

    @Nullable
    TeamId teamId();
}
