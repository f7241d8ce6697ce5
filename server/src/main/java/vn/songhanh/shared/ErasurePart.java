package vn.songhanh.shared;

import java.util.Collection;
import java.util.UUID;

/** Personal data that must go when a person is erased. Called inside the erasure's transaction. */
public interface ErasurePart {

    RecordKind kind();

    /** @return how many rows were erased, for the certificate */
    int erase(Viewer viewer, Collection<UUID> ids);
}
