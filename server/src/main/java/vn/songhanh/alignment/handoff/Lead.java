package vn.songhanh.alignment.handoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.songhanh.alignment.sla.SlaId;
import vn.songhanh.alignment.sla.Tier;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.shared.Money;

/**
 * What marketing hands over, as it was when it did.
 *
 * @param cause the event that made the contact an MQL
 * @param at when it became one; the promise runs from here
 * @param mqlOn the same as a day of the workspace: the cohort
 * @param counted whether its value counts as delivered: a contact's does once in so many days
 */
record Lead(
        ContactId contactId,
        UUID cause,
        Instant at,
        LocalDate mqlOn,
        SlaId slaId,
        long slaVersion,
        Tier tier,
        String type,
        Money value,
        boolean counted,
        Source source) {

    Lead uncounted() {
        return new Lead(contactId, cause, at, mqlOn, slaId, slaVersion, tier, type, value, false, source);
    }
}
