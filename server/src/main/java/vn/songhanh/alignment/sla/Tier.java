package vn.songhanh.alignment.sla;

/** How eagerly a lead waits: A raised a hand, B is an MQL, C shows a light interest. */
public enum Tier {
    A,
    B,
    C
}
