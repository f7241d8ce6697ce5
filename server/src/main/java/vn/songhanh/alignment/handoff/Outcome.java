package vn.songhanh.alignment.handoff;

/** What came of a promise to answer and touch in time. */
public enum Outcome {
    /** Nothing is late, and the first touch is still to come. */
    PENDING,
    /** Answered and touched in time. */
    MET,
    /** A deadline passed before what it asked for was done. */
    BREACHED,
    /** Given back, taken away or withdrawn in time, before any touch: neither met nor breached. */
    ENDED
}
