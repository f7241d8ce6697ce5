package vn.songhanh.shared;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says what records are called, for lists that speak of many kinds. */
public interface NameSource {

    /** Of the given ids those that are its own and that the viewer may read, deleted ones too. */
    Map<UUID, String> names(Viewer viewer, Collection<UUID> ids);
}
