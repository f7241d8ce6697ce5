package vn.songhanh.alignment.handoff;

/** What sales said to an offer. Whoever touches or opens a deal accepts; a rejected lead counts as rejected only. */
public enum Answer {
    NONE,
    ACCEPTED,
    REJECTED
}
