package vn.songhanh.contacts;

public enum Direction {
    OUT,
    IN
}
