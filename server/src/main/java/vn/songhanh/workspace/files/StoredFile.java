package vn.songhanh.workspace.files;

import java.time.Instant;
import java.util.UUID;
import vn.songhanh.shared.MemberId;

/** @param key where the file store has its content */
public record StoredFile(
        UUID id, String key, String name, long size, byte[] sha256, MemberId owner, Instant deleteAfter) {}
