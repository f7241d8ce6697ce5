package vn.songhanh.contacts.lifecycle;

/** Whom marketing speaks to; derived from the lifecycle stage, or from having no contact at all. */
public enum Audience {
    STRANGER,
    VISITOR,
    LEAD,
    CUSTOMER,
    PROMOTER
}
