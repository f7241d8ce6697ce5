package vn.songhanh.alignment.handoff;

import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;

/** Who answers for a hand-off, and in which team. */
record Rep(MemberId id, TeamId team) {}
