package vn.songhanh.contacts.timeline;

public enum Direction {
    OUT,
    IN
}
