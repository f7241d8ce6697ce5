package vn.songhanh.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Owned;

/** A contact or a company: it stands in a stage of the lifecycle. */
interface Staged extends Owned {

    LifecycleStage lifecycleStage();

    Instant lifecycleSince();

    @Nullable
    OtherKindId otherKindId();
}
