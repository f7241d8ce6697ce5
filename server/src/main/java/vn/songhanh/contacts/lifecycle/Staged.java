package vn.songhanh.contacts.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Kept;

/** A contact or a company: it stands in a stage of the lifecycle. */
public interface Staged<D> extends Kept<D> {

    Standing standing();

    default LifecycleStage lifecycleStage() {
        return standing().lifecycleStage();
    }

    default Instant lifecycleSince() {
        return standing().lifecycleSince();
    }

    default @Nullable OtherKindId otherKindId() {
        return standing().otherKindId();
    }
}
