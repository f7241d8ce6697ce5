package vn.songhanh.contacts.timeline;

import static vn.songhanh.contacts.Columns.utc;
import static vn.songhanh.contacts.Columns.value;
import static vn.songhanh.jooq.contacts.Tables.COMPANY;
import static vn.songhanh.jooq.contacts.Tables.CONTACT;
import static vn.songhanh.jooq.contacts.Tables.TIMELINE_ENTRY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.Columns;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.contact.ContactNews;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.shared.Copy;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;

@Component
class TimelineStore {

    /** What is logged, and the changes of the lifecycle, as one list; each side gives no more than a page. */
    private static final String PAGE = """
            (select id, kind, at, logged_at, actor_id, direction, text, ref, null::text, null::text, null::text, null::uuid
             from contacts.timeline_entry
             where subject_id = {0} and (at, id) < ({1}, {2})
             order by at desc, id desc limit {3})
            union all
            (select id, 'LIFECYCLE', at, logged_at, actor_id, null, reason, ref, from_stage, to_stage, cause,
                    other_kind_id
             from contacts.lifecycle_change
             where subject_id = {0} and (at, id) < ({1}, {2})
             order by at desc, id desc limit {3})
            order by 3 desc, 1 desc limit {3}
            """;

    private static final String NEWS = """
            select subject_id, logged_at, actor_id, via, at, direction, null::text, null::text, null::text, null::uuid, id
            from contacts.timeline_entry
            where subject_id = any({0}) and logged_at >= {1} and kind = any({2})
                and direction is not null
            union all
            select subject_id, logged_at, actor_id, via, at, null, from_stage, to_stage, cause, ref, id
            from contacts.lifecycle_change
            where subject_id = any({0}) and logged_at >= {1} and to_stage is not null
            order by 2, 11
            """;

    private static final String[] CONTACTING = Stream.of(TouchKind.values())
            .filter(TouchKind::isContact)
            .map(TouchKind::name)
            .toArray(String[]::new);

    private static final List<org.jooq.Field<?>> NOTE_COLUMNS = List.of(
            TIMELINE_ENTRY.SUBJECT_KIND,
            TIMELINE_ENTRY.SUBJECT_ID,
            TIMELINE_ENTRY.KIND,
            TIMELINE_ENTRY.AT,
            TIMELINE_ENTRY.LOGGED_AT,
            TIMELINE_ENTRY.ACTOR_ID,
            TIMELINE_ENTRY.VIA,
            TIMELINE_ENTRY.TEXT,
            TIMELINE_ENTRY.REF);

    private final DSLContext db;

    TimelineStore(DSLContext db) {
        this.db = db;
    }

    List<TimelineItem> page(UUID subject, Instant beforeAt, UUID beforeId, int limit) {
        return db.resultQuery(PAGE, DSL.val(subject), DSL.val(utc(beforeAt)), DSL.val(beforeId), DSL.val(limit))
                .fetch(TimelineStore::item);
    }

    Optional<TimelineItem> find(UUID id) {
        return db.resultQuery("""
                        select id, kind, at, logged_at, actor_id, direction, text, ref, null::text, null::text, null::text, null::uuid
                        from contacts.timeline_entry
                        where id = {0}
                        """, DSL.val(id)).fetchOptional(TimelineStore::item);
    }

    List<ContactNews> news(Collection<ContactId> contacts, Instant since) {
        return db.resultQuery(NEWS, DSL.val(Columns.values(contacts)), DSL.val(utc(since)), DSL.val(CONTACTING))
                .fetch(TimelineStore::news);
    }

    Optional<ContactNews.Moved> lastMove(ContactId contact) {
        return db.resultQuery("""
                        select subject_id, logged_at, actor_id, via, at, null, from_stage, to_stage, cause, ref
                        from contacts.lifecycle_change
                        where subject_id = {0} and to_stage is not null
                        order by logged_at desc, id desc
                        limit 1
                        """, DSL.val(contact.value())).fetchOptional(row -> (ContactNews.Moved) news(row));
    }

    /** Those of these notes that stand on the timelines of these. */
    List<NoteColumn.Note> notes(Collection<UUID> subjects, Collection<String> texts) {
        return db.select(TIMELINE_ENTRY.SUBJECT_ID, TIMELINE_ENTRY.TEXT)
                .from(TIMELINE_ENTRY)
                .where(TIMELINE_ENTRY.SUBJECT_ID.eq(DSL.any(subjects.toArray(UUID[]::new))))
                .and(TIMELINE_ENTRY.KIND.eq(TouchKind.NOTE.name()))
                .and(TIMELINE_ENTRY.TEXT.eq(DSL.any(texts.toArray(String[]::new))))
                .fetch(row -> new NoteColumn.Note(row.value1(), row.value2()));
    }

    /** @param ref the import that brought them */
    void addNotes(Viewer viewer, RecordKind kind, List<NoteColumn.Note> notes, UUID ref, Instant now) {
        Copy.into(db, TIMELINE_ENTRY, NOTE_COLUMNS, copy -> {
            for (NoteColumn.Note note : notes) {
                copy.row(
                        kind.name(),
                        note.subject(),
                        TouchKind.NOTE.name(),
                        utc(now),
                        utc(now),
                        value(viewer.actor()),
                        viewer.via().name(),
                        note.text(),
                        ref);
            }
        });
    }

    /** Takes the notes away that an import has brought to these. */
    void deleteNotes(Collection<UUID> subjects, UUID ref) {
        db.deleteFrom(TIMELINE_ENTRY)
                .where(TIMELINE_ENTRY.SUBJECT_ID.eq(DSL.any(subjects.toArray(UUID[]::new))))
                .and(TIMELINE_ENTRY.KIND.eq(TouchKind.NOTE.name()))
                .and(TIMELINE_ENTRY.REF.eq(ref))
                .execute();
    }

    /** Those of the contacts or companies on whose timelines a person has written; what an import noted does not count. */
    Set<UUID> writtenOn(Collection<UUID> subjects) {
        return db.selectDistinct(TIMELINE_ENTRY.SUBJECT_ID)
                .from(TIMELINE_ENTRY)
                .where(TIMELINE_ENTRY.SUBJECT_ID.eq(DSL.any(subjects.toArray(UUID[]::new))))
                .and(TIMELINE_ENTRY.KIND.in(
                        Stream.of(TouchKind.values()).map(TouchKind::name).toList()))
                .and(TIMELINE_ENTRY.ACTOR_ID.isNotNull())
                .and(TIMELINE_ENTRY.VIA.ne(Via.IMPORT.name()))
                .fetchSet(TIMELINE_ENTRY.SUBJECT_ID);
    }

    private static ContactNews news(Record row) {
        ContactId contact = new ContactId(row.get(0, UUID.class));
        Instant loggedAt = row.get(1, OffsetDateTime.class).toInstant();
        MemberId by = Columns.member(row.get(2, UUID.class));
        Via via = Via.valueOf(row.get(3, String.class));
        String direction = row.get(5, String.class);
        if (direction != null) {
            Instant at = row.get(4, OffsetDateTime.class).toInstant();
            return new ContactNews.Touched(contact, Direction.valueOf(direction), at, loggedAt, by, via);
        }
        return new ContactNews.Moved(
                contact,
                Columns.stage(row.get(6, String.class)),
                LifecycleStage.valueOf(row.get(7, String.class)),
                Cause.valueOf(row.get(8, String.class)),
                row.get(9, UUID.class),
                loggedAt,
                by,
                via);
    }

    /** @param ref the record that it is about, where that is not the subject */
    UUID log(Viewer viewer, RecordKind kind, UUID subject, @Nullable UUID ref, TouchInput.Touch touch, Instant now) {
        UUID id = Ids.next();
        db.insertInto(TIMELINE_ENTRY)
                .set(TIMELINE_ENTRY.ID, id)
                .set(TIMELINE_ENTRY.SUBJECT_KIND, kind.name())
                .set(TIMELINE_ENTRY.SUBJECT_ID, subject)
                .set(TIMELINE_ENTRY.KIND, touch.kind().name())
                .set(TIMELINE_ENTRY.AT, utc(touch.at()))
                .set(TIMELINE_ENTRY.LOGGED_AT, utc(now))
                .set(TIMELINE_ENTRY.DIRECTION, Columns.name(touch.direction()))
                .set(TIMELINE_ENTRY.ACTOR_ID, value(viewer.actor()))
                .set(TIMELINE_ENTRY.VIA, viewer.via().name())
                .set(TIMELINE_ENTRY.TEXT, touch.text())
                .set(TIMELINE_ENTRY.REF, ref)
                .execute();
        return id;
    }

    /** Not a change of what people say about the record, so its version stays. Other kinds keep no such moment. */
    void touched(RecordKind kind, UUID subject, Instant at) {
        if (!kind.equals(ContactKinds.CONTACT) && !kind.equals(ContactKinds.COMPANY)) {
            return;
        }
        boolean contact = kind.equals(ContactKinds.CONTACT);
        Table<?> table = contact ? CONTACT : COMPANY;
        var lastActivity = contact ? CONTACT.LAST_ACTIVITY_AT : COMPANY.LAST_ACTIVITY_AT;
        var id = contact ? CONTACT.ID : COMPANY.ID;
        db.update(table)
                .set(lastActivity, DSL.greatest(lastActivity, DSL.val(utc(at))))
                .where(id.eq(subject))
                .execute();
    }

    void add(Viewer viewer, Collection<TimelineEntry> entries, Instant now) {
        String[] kinds =
                each(entries, (entry, subject) -> subject.kind().name()).toArray(String[]::new);
        UUID[] subjects = each(entries, (entry, subject) -> subject.id()).toArray(UUID[]::new);
        OffsetDateTime[] moments =
                each(entries, (entry, subject) -> utc(entry.at())).toArray(OffsetDateTime[]::new);
        String[] names = each(entries, (entry, subject) -> entry.kind()).toArray(String[]::new);
        @Nullable
        String[] texts = each(entries, (entry, subject) -> entry.text()).toArray(String[]::new);
        @Nullable UUID[] refs = each(entries, (entry, subject) -> entry.ref()).toArray(UUID[]::new);
        db.query(
                        """
                        insert into contacts.timeline_entry
                            (subject_kind, subject_id, at, kind, text, ref, logged_at, actor_id, via)
                        select entry.*, {6}, {7}, {8} from unnest({0}, {1}, {2}, {3}, {4}, {5}) as entry
                        """,
                        DSL.val(kinds),
                        DSL.val(subjects),
                        DSL.val(moments),
                        DSL.val(names),
                        DSL.val(texts),
                        DSL.val(refs),
                        DSL.val(utc(now)),
                        DSL.val(value(viewer.actor()), UUID.class),
                        DSL.val(viewer.via().name()))
                .execute();
    }

    private static <T> Stream<T> each(
            Collection<TimelineEntry> entries,
            java.util.function.BiFunction<TimelineEntry, TimelineEntry.Subject, T> value) {
        return entries.stream().flatMap(entry -> entry.subjects().stream().map(subject -> value.apply(entry, subject)));
    }

    private static TimelineItem item(Record row) {
        String direction = row.get(5, String.class);
        String cause = row.get(10, String.class);
        return new TimelineItem(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, OffsetDateTime.class).toInstant(),
                row.get(3, OffsetDateTime.class).toInstant(),
                Columns.member(row.get(4, UUID.class)),
                direction == null ? null : Direction.valueOf(direction),
                row.get(6, String.class),
                row.get(7, UUID.class),
                Columns.stage(row.get(8, String.class)),
                Columns.stage(row.get(9, String.class)),
                cause == null ? null : Cause.valueOf(cause),
                Columns.otherKind(row.get(11, UUID.class)));
    }
}
