package vn.songhanh.shared;

/** How far a permission goes, narrowest first. */
public enum Reach {
    NONE,
    OWN,
    TEAM,
    ALL;

    public Reach narrower(Reach other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
