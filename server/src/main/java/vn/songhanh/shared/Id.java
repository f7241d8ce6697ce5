package vn.songhanh.shared;

import java.util.UUID;

/** A typed identifier. In JSON, paths and the log it is the plain UUID. Ids are no secrets. */
public interface Id {
    UUID value();
}
