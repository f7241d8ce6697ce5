package vn.songhanh.alignment.handoff;

import static vn.songhanh.jooq.alignment.Tables.HANDOFF;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Permissions;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.calendar.BusinessCalendar;
import vn.songhanh.workspace.calendar.Calendars;

/** Lists of hand-offs: what waits, what belongs to a contact, what a figure counts. */
@Component
class HandoffLists {

    private final HandoffStore store;
    private final HandoffFields fields;
    private final Calendars calendars;
    private final Clock clock;

    HandoffLists(HandoffStore store, HandoffFields fields, Calendars calendars, Clock clock) {
        this.store = store;
        this.fields = fields;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param open only those that wait for something: an answer, a touch, a deal
     * @param mine only those that the viewer answers for
     */
    record Query(
            @Nullable String filter,
            @Nullable ContactId contactId,
            @Nullable MemberId repId,
            @Nullable List<HandoffStatus> status,
            boolean open,
            boolean mine,
            @Nullable String sort,
            @Nullable String cursor,
            @Nullable Integer limit,
            boolean count) {

        boolean isOnlyFilter() {
            return contactId == null && repId == null && status == null && !open && !mine;
        }
    }

    /**
     * @param total how many the viewer may open, when a count was asked for
     * @param hidden how many more there are that the viewer may not open, also because their contacts are in the bin:
     *     told with a count, to whoever may read the contract, of what the report tells anyway
     */
    record HandoffPage(
            List<HandoffView> items,
            @Nullable String nextCursor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long total,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long hidden) {}

    HandoffPage list(Viewer viewer, Query query) {
        Instant now = clock.instant();
        BusinessCalendar calendar = calendars.current();
        Keyset keyset = Keyset.of(fields.fields, HANDOFF.ID, query.sort(), "-offeredAt", query.cursor(), query.limit());
        Filter filter = Filter.parse(query.filter());
        Condition condition = matching(viewer, filter, query, now, calendar);
        // Whose contact is in the bin, nobody can open; whoever asks for a contact's story gets all of it.
        Condition openable = query.contactId() == null ? DSL.not(DSL.condition(HANDOFF.DELETED)) : DSL.noCondition();
        Page<HandoffView> page = store.list(viewer, condition.and(openable), keyset)
                .map(seen -> HandoffView.of(viewer, seen, now, calendar));
        if (!query.count()) {
            return new HandoffPage(page.items(), page.nextCursor(), null, null);
        }
        long visible = store.count(viewer, condition.and(openable));
        boolean figure = query.isOnlyFilter() && HandoffFields.isFigure(filter);
        boolean told = figure && viewer.reach(AlignmentKinds.SLA, Action.READ) != Reach.NONE;
        if (!told) {
            return new HandoffPage(page.items(), page.nextCursor(), visible, null);
        }
        // What a figure counts does not depend on who looks at it.
        Viewer everybody = everybody(viewer);
        long all = store.count(everybody, matching(everybody, filter, query, now, calendar));
        return new HandoffPage(page.items(), page.nextCursor(), visible, Math.max(0, all - visible));
    }

    private Condition matching(Viewer viewer, Filter filter, Query query, Instant now, BusinessCalendar calendar) {
        return fields.fields
                .where(filter, new FilterField.Context(viewer, now, calendar.zoneAt(now)))
                .and(narrowed(viewer, query));
    }

    private static Viewer everybody(Viewer viewer) {
        return new Viewer(
                viewer.member(), viewer.team(), viewer.teams(), Permissions.ALL, viewer.via(), viewer.locale());
    }

    private static Condition narrowed(Viewer viewer, Query query) {
        Condition condition = query.contactId() == null ? HandoffSql.COUNTS : DSL.noCondition();
        ContactId contact = query.contactId();
        if (contact != null) {
            condition = condition.and(HANDOFF.CONTACT_ID.eq(contact.value()));
        }
        MemberId rep = query.repId();
        if (rep != null) {
            condition = condition.and(HANDOFF.REP_ID.eq(rep.value()));
        }
        if (query.status() != null) {
            String[] names = query.status().stream().map(Enum::name).toArray(String[]::new);
            condition = condition.and(HANDOFF.STATUS.eq(DSL.any(names)));
        }
        if (query.open()) {
            condition = condition.and(HandoffStore.OPEN);
        }
        return query.mine() ? condition.and(HANDOFF.REP_ID.eq(viewer.member().value())) : condition;
    }
}
