package vn.songhanh.shared;

/** Through what a change came. */
public enum Via {
    SCREEN,
    API,
    IMPORT,
    AUTOMATION,
    SYSTEM
}
