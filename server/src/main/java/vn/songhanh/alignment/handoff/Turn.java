package vn.songhanh.alignment.handoff;

import vn.songhanh.contacts.contact.ContactNews;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.LifecycleStage;

/** What a move from one lifecycle stage to another says to the contact's hand-off. */
enum Turn {
    /** Sales took the contact for its own. */
    TAKEN_OVER,
    /** A deal, or somebody's word, made it an opportunity or a customer. */
    QUALIFIED,
    /** It left the MQLs, and sales did not say so. */
    GONE,
    NONE;

    static Turn of(ContactNews.Moved move) {
        return switch (move.cause()) {
            case DEAL_REVERSED -> NONE;
            case DEAL_OPENED, DEAL_WON -> isBeyond(move) ? QUALIFIED : NONE;
            case CREATED, MANUAL, IMPORTED, SCORED, FORM, QUALIFIED, REJECTED, RECYCLED, COMPANY, ADVOCACY, MERGED ->
                switch (move.to()) {
                    case SUBSCRIBER, LEAD, OTHER -> GONE;
                    case MQL -> NONE;
                    case SQL -> move.from() == null ? NONE : TAKEN_OVER;
                    case OPPORTUNITY, CUSTOMER, EVANGELIST -> isBeyond(move) ? QUALIFIED : NONE;
                };
        };
    }

    /**
     * Whether who becomes an MQL by this is a new lead for sales. When a deal is taken back, its contact is an MQL again
     * that sales has had all along; and what sales itself gave back is marketing's.
     */
    static boolean offers(Cause cause) {
        return switch (cause) {
            case CREATED, MANUAL, IMPORTED, SCORED, FORM, COMPANY -> true;
            case QUALIFIED, REJECTED, RECYCLED, DEAL_OPENED, DEAL_WON, DEAL_REVERSED, ADVOCACY, MERGED -> false;
        };
    }

    /** Who was an opportunity before has no open hand-off any more. */
    private static boolean isBeyond(ContactNews.Moved move) {
        LifecycleStage from = move.from();
        return from != null
                && LifecycleStage.OPPORTUNITY.isAbove(from)
                && !LifecycleStage.OPPORTUNITY.isAbove(move.to());
    }
}
