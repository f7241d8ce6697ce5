package vn.songhanh.contacts;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;
import static vn.songhanh.jooq.contacts.Tables.CONTACT;
import static vn.songhanh.jooq.contacts.Tables.LIFECYCLE_CHANGE;
import static vn.songhanh.jooq.contacts.Tables.OTHER_KIND;
import static vn.songhanh.jooq.contacts.Tables.SOURCE;
import static vn.songhanh.jooq.contacts.Tables.SOURCE_LIST;
import static vn.songhanh.jooq.contacts.Tables.TIMELINE_ENTRY;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.workspace.changes.ChangeKind;

/** What pages show of people and companies; a history is one table for both. */
@Configuration(proxyBeanMethods = false)
class ContactKinds {

    @Bean
    ChangeKind contactsKind() {
        return ChangeKind.of(RecordKind.CONTACT, CONTACT, LIFECYCLE_CHANGE, TIMELINE_ENTRY);
    }

    @Bean
    ChangeKind companiesKind() {
        return ChangeKind.of(RecordKind.COMPANY, COMPANY, LIFECYCLE_CHANGE, TIMELINE_ENTRY);
    }

    @Bean
    ChangeKind sourcesKind() {
        return new ChangeKind("sources", OtherKindController::mayRead, List.of(SOURCE_LIST, SOURCE));
    }

    @Bean
    ChangeKind otherKindsKind() {
        return new ChangeKind("other-kinds", OtherKindController::mayRead, List.of(OTHER_KIND));
    }
}
