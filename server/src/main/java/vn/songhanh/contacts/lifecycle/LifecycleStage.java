package vn.songhanh.contacts.lifecycle;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a person or company has come with us, in the order of the ladder; {@link #OTHER} stands beside it. */
public enum LifecycleStage {
    SUBSCRIBER,
    LEAD,
    MQL,
    SQL,
    OPPORTUNITY,
    CUSTOMER,
    EVANGELIST,
    /** A partner, a vendor, our own staff, somebody disqualified. */
    OTHER;

    /** Place on the ladder, from 1; 0 beside it. */
    public int rank() {
        return switch (this) {
            case SUBSCRIBER -> 1;
            case LEAD -> 2;
            case MQL -> 3;
            case SQL -> 4;
            case OPPORTUNITY -> 5;
            case CUSTOMER -> 6;
            case EVANGELIST -> 7;
            case OTHER -> 0;
        };
    }

    /** None for those who are no audience of ours. */
    public @Nullable Audience audience() {
        return switch (this) {
            case SUBSCRIBER, LEAD, MQL, SQL, OPPORTUNITY -> Audience.LEAD;
            case CUSTOMER -> Audience.CUSTOMER;
            case EVANGELIST -> Audience.PROMOTER;
            case OTHER -> null;
        };
    }

    /** Whether deals bring somebody here: from the first open one on. */
    boolean isOfDeals() {
        return !OPPORTUNITY.isAbove(this);
    }

    public boolean isAbove(LifecycleStage other) {
        return rank() > other.rank();
    }

    /**
     * The stages out of which automation may move somebody to this one: only those below, however many steps are
     * skipped. Who stands beside the ladder stays there, unless a deal is won.
     */
    public Set<LifecycleStage> reachableFrom(Cause cause) {
        EnumSet<LifecycleStage> from = EnumSet.noneOf(LifecycleStage.class);
        for (LifecycleStage stage : values()) {
            boolean automatic = switch (stage) {
                case SUBSCRIBER, LEAD, MQL, SQL, OPPORTUNITY, CUSTOMER, EVANGELIST -> isAbove(stage);
                case OTHER -> cause == Cause.DEAL_WON && this == CUSTOMER;
            };
            if (automatic) {
                from.add(stage);
            }
        }
        return from;
    }

    /** What a move by a person from here to {@code to} is. */
    Step by(LifecycleStage to) {
        return switch (this) {
            case SUBSCRIBER, LEAD, MQL, SQL, OPPORTUNITY, CUSTOMER, EVANGELIST -> {
                if (to == this) {
                    yield Step.NONE;
                }
                yield to == OTHER ? Step.ASIDE : to.isAbove(this) ? Step.FORWARD : Step.BACK;
            }
            case OTHER -> to == OTHER ? Step.NONE : Step.FORWARD;
        };
    }

    /** Where somebody may be sent back to by recycling. */
    boolean takesRecycled() {
        return switch (this) {
            case LEAD, OTHER -> true;
            case SUBSCRIBER, MQL, SQL, OPPORTUNITY, CUSTOMER, EVANGELIST -> false;
        };
    }

    /** Whether somebody of this stage can be given back to {@code to}: not who is there already, and no customer. */
    boolean isRecycledTo(LifecycleStage to) {
        return switch (this) {
            case SUBSCRIBER, LEAD -> to == OTHER;
            case MQL, SQL, OPPORTUNITY -> to.takesRecycled();
            case CUSTOMER, EVANGELIST, OTHER -> false;
        };
    }

    enum Step {
        NONE,
        FORWARD,
        /** Out of the ladder: needs a reason. */
        ASIDE,
        /** Needs the permission and a reason, and leaves two rows: cleared, then set. */
        BACK
    }

    static String[] names(Set<LifecycleStage> stages) {
        return stages.stream().map(Enum::name).toArray(String[]::new);
    }
}
