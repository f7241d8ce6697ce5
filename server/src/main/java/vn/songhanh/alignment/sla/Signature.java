package vn.songhanh.alignment.sla;

import java.time.Instant;
import vn.songhanh.shared.MemberId;

/** That somebody agreed, for one of the sides, to exactly one text. */
public record Signature(Side side, MemberId memberId, Instant at) {}
