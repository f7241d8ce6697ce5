package vn.songhanh.contacts.lifecycle;

/** Why a lifecycle stage changed. */
public enum Cause {
    /** The first stage of a new record. */
    CREATED,
    MANUAL,
    IMPORTED,
    SCORED,
    /** A form filled in, a hand raised. */
    FORM,
    /** Sales took the lead over and found it worth its time. */
    QUALIFIED,
    /** Sales gave the lead back. */
    REJECTED,
    RECYCLED,
    DEAL_OPENED,
    DEAL_WON,
    /** A won deal was reopened or taken away, so the stage was worked out anew from what is left. */
    DEAL_REVERSED,
    /** The company's stage reached the people who belong to it. */
    COMPANY,
    /** A referral, a review, a 9 or 10 when asked whether they would recommend us. */
    ADVOCACY,
    MERGED
}
