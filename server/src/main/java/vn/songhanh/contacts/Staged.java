package vn.songhanh.contacts;

import java.time.Instant;
import vn.songhanh.shared.Owned;

/** A contact or a company: it stands in a stage of the lifecycle. */
interface Staged extends Owned {

    LifecycleStage lifecycleStage();

    Instant lifecycleSince();
}
