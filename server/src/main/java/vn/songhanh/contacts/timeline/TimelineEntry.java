package vn.songhanh.contacts.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.RecordKind;

/**
 * Something that other modules put on the timelines of contacts and companies: {@code DEAL_WON}, {@code HANDOFF_OFFERED}.
 * It is written once for each subject.
 *
 * @param at when it happened
 * @param kind upper case; the screen has the words for it
 * @param text what the screen shows beside those words: a deal's name, a reason
 * @param ref the record that it speaks of
 */
public record TimelineEntry(
        List<Subject> subjects,
        Instant at,
        String kind,
        @Nullable String text,
        @Nullable UUID ref) {

    /** @param kind {@link RecordKind#CONTACT} or {@link RecordKind#COMPANY} */
    public record Subject(RecordKind kind, UUID id) {}

    public static TimelineEntry of(
            Collection<ContactId> contacts,
            @Nullable CompanyId company,
            Instant at,
            String kind,
            @Nullable String text,
            @Nullable UUID ref) {
        List<Subject> subjects = new java.util.ArrayList<>();
        contacts.forEach(contact -> subjects.add(new Subject(ContactKinds.CONTACT, contact.value())));
        if (company != null) {
            subjects.add(new Subject(ContactKinds.COMPANY, company.value()));
        }
        return new TimelineEntry(subjects, at, kind, text, ref);
    }
}
