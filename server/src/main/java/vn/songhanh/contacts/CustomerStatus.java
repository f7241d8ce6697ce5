package vn.songhanh.contacts;

import java.util.Map;

/** A customer who left stays a customer in the lifecycle; this says that he left. */
public enum CustomerStatus {
    ACTIVE,
    FORMER;

    /** As our files, and people, call them. */
    public static final Map<String, String> WORDS = Map.of("Đang mua", "ACTIVE", "Đã ngừng mua", "FORMER");
}
