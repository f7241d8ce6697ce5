package vn.songhanh.contacts;

import static vn.songhanh.shared.Action.DELETE;
import static vn.songhanh.shared.Action.EXPORT;
import static vn.songhanh.shared.Action.READ;
import static vn.songhanh.shared.Action.WRITE;
import static vn.songhanh.shared.Reach.ALL;
import static vn.songhanh.shared.Reach.OWN;
import static vn.songhanh.shared.Reach.TEAM;
import static vn.songhanh.workspace.members.Role.INSIDE_REP;
import static vn.songhanh.workspace.members.Role.MARKETER;
import static vn.songhanh.workspace.members.Role.MARKETING_MANAGER;
import static vn.songhanh.workspace.members.Role.OUTSIDE_REP;
import static vn.songhanh.workspace.members.Role.SALES_MANAGER;
import static vn.songhanh.workspace.members.Role.VIEWER;

import java.util.EnumSet;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.jooq.contacts.Tables;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.changes.ChangeKind;
import vn.songhanh.workspace.members.RegisteredKind;

/** The kinds of records of this module. */
@Configuration(proxyBeanMethods = false)
public class ContactKinds {

    public static final RecordKind CONTACT = new RecordKind("CONTACT");
    public static final RecordKind COMPANY = new RecordKind("COMPANY");

    @Bean
    RegisteredKind contactRecords() {
        return RegisteredKind.of(CONTACT)
                .withCustomFields()
                .grant(MARKETING_MANAGER, ALL, READ, WRITE, DELETE, EXPORT)
                .grant(MARKETER, ALL, READ, WRITE)
                .grant(MARKETER, OWN, DELETE, EXPORT)
                .grant(SALES_MANAGER, TEAM, READ, WRITE, DELETE, EXPORT)
                .grant(EnumSet.of(INSIDE_REP, OUTSIDE_REP), OWN, READ, WRITE)
                .grant(VIEWER, ALL, READ);
    }

    @Bean
    RegisteredKind companyRecords() {
        return RegisteredKind.of(COMPANY)
                .withCustomFields()
                .grant(MARKETING_MANAGER, ALL, READ, WRITE, DELETE, EXPORT)
                .grant(MARKETER, ALL, READ, WRITE)
                .grant(MARKETER, OWN, DELETE, EXPORT)
                .grant(SALES_MANAGER, ALL, READ)
                .grant(SALES_MANAGER, TEAM, WRITE, DELETE, EXPORT)
                .grant(EnumSet.of(INSIDE_REP, OUTSIDE_REP), ALL, READ)
                .grant(EnumSet.of(INSIDE_REP, OUTSIDE_REP), OWN, WRITE)
                .grant(VIEWER, ALL, READ);
    }

    // What pages show of them; a history is one table for both.

    @Bean
    ChangeKind contactsKind() {
        return ChangeKind.of(CONTACT, Tables.CONTACT, Tables.LIFECYCLE_CHANGE, Tables.TIMELINE_ENTRY);
    }

    @Bean
    ChangeKind companiesKind() {
        return ChangeKind.of(COMPANY, Tables.COMPANY, Tables.LIFECYCLE_CHANGE, Tables.TIMELINE_ENTRY);
    }

    @Bean
    ChangeKind sourcesKind() {
        return new ChangeKind("sources", ContactKinds::mayRead, List.of(Tables.SOURCE_LIST, Tables.SOURCE));
    }

    @Bean
    ChangeKind otherKindsKind() {
        return new ChangeKind("other-kinds", ContactKinds::mayRead, List.of(Tables.OTHER_KIND));
    }

    /** What describes people and companies alike is read by whoever may see some of either. */
    private static boolean mayRead(Viewer viewer) {
        return viewer.reach(CONTACT, READ) != Reach.NONE || viewer.reach(COMPANY, READ) != Reach.NONE;
    }

    /** @throws Forbidden for who may see neither contacts nor companies */
    public static void requireReading(Viewer viewer) {
        if (!mayRead(viewer)) {
            throw new Forbidden(CONTACT, READ);
        }
    }
}
