package vn.songhanh.workspace.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;

/**
 * A team of members. Its leader sees the team's records, without having to be in it.
 *
 * @param members how many active members are in it
 */
public record Team(
        TeamId id, long version, String name, @Nullable MemberId leaderId, int members, Instant createdAt) {}
