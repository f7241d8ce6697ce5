package vn.songhanh.contacts.timeline;

/** What a person can log on a timeline. */
public enum TouchKind {
    CALL,
    EMAIL,
    MEETING,
    MESSAGE,
    NOTE,
    VISIT;

    /** Whether somebody was spoken or written to. */
    public boolean isContact() {
        return switch (this) {
            case CALL, EMAIL, MEETING, MESSAGE, VISIT -> true;
            case NOTE -> false;
        };
    }
}
