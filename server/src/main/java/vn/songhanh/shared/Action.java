package vn.songhanh.shared;

public enum Action {
    READ,
    WRITE,
    DELETE,
    EXPORT
}
