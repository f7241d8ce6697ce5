package vn.songhanh.contacts;

/** A customer who left stays a customer in the lifecycle; this says that he left. */
public enum CustomerStatus {
    ACTIVE,
    FORMER
}
