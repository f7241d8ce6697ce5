package vn.songhanh.contacts.timeline;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.contact.ContactNews;
import vn.songhanh.shared.ImportTarget.Batch;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.events.Events;

/** The one story of a contact or company that both departments write to and read from. */
@Service
public class Timeline {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final TimelineStore store;
    private final ObjectProvider<TimelineGuard> guards;
    private final Events events;
    private final Clock clock;

    Timeline(TimelineStore store, ObjectProvider<TimelineGuard> guards, Events events, Clock clock) {
        this.store = store;
        this.guards = guards;
        this.events = events;
        this.clock = clock;
    }

    /** Puts something that happened in another module on its subjects' timelines. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Viewer viewer, TimelineEntry entry) {
        add(viewer, List.of(entry));
    }

    /** Many at once, as an import brings them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Viewer viewer, Collection<TimelineEntry> entries) {
        if (!entries.isEmpty()) {
            store.add(viewer, entries, now());
        }
    }

    /**
     * What people wrote down of these contacts since then, and how their stages moved, in the order in which it was
     * written: also what is still to be delivered as an event. Whoever judges by it holds the contacts, or somebody may
     * be writing at this moment.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ContactNews> news(Collection<ContactId> contacts, Instant since) {
        return store.news(contacts, since);
    }

    /** How the contact came to the stage in which it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ContactNews.Moved> lastMove(ContactId contact) {
        return store.lastMove(contact);
    }

    /** The notes of a file about records of that kind, which need not be one of this module. */
    public NoteColumn notes(Batch batch, RecordKind kind) {
        return new NoteColumn(store, batch, kind);
    }

    /** Takes the notes away that an import has brought to these. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deleteNotes(Collection<UUID> subjects, UUID importId) {
        store.deleteNotes(subjects, importId);
    }

    /** Those of the records about which people have logged something. */
    public Set<UUID> writtenOn(Collection<UUID> subjects) {
        return store.writtenOn(subjects);
    }

    /**
     * What a person logs about a record that is no contact and no company; the caller has checked that he may.
     *
     * @param contacts who took part, each of whom the viewer may change: it is logged on their timelines too, where only
     *     those read what was said who may see that record
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TimelineItem log(
            Viewer viewer, RecordKind kind, UUID subject, Collection<ContactId> contacts, TouchInput input) {
        contacts.forEach(contact -> write(viewer, ContactKinds.CONTACT, contact.value(), subject, input));
        return write(viewer, kind, subject, null, input);
    }

    /** What a person logs; the caller has checked that he may. */
    @Transactional(propagation = Propagation.MANDATORY)
    public TimelineItem log(Viewer viewer, RecordKind kind, UUID subject, TouchInput input) {
        return write(viewer, kind, subject, null, input);
    }

    private TimelineItem write(Viewer viewer, RecordKind kind, UUID subject, @Nullable UUID ref, TouchInput input) {
        Instant now = now();
        TouchInput.Touch touch = input.checked(now);
        UUID id = store.log(viewer, kind, subject, ref, touch, now);
        Direction direction = touch.direction();
        if (touch.kind().isContact() && direction != null) {
            store.touched(kind, subject, touch.at());
            if (kind.equals(ContactKinds.CONTACT)) {
                events.publish(
                        viewer,
                        new TouchLogged(
                                new ContactId(subject), touch.kind(), direction, touch.at(), now, viewer.actor()),
                        now);
            }
        }
        return new TimelineItem(
                id,
                touch.kind().name(),
                touch.at(),
                now,
                viewer.actor(),
                direction,
                touch.text(),
                ref,
                null,
                null,
                null,
                null);
    }

    /** What was logged under that id, for whoever logged it. */
    public TimelineItem logged(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("timeline-entry", id));
    }

    /**
     * The latest first; the caller has checked that the viewer may see the subject. That something happened is for
     * everyone who may; what a record out of the viewer's sight says of it is not.
     */
    public Page<TimelineItem> page(Viewer viewer, UUID subject, @Nullable String cursor, @Nullable Integer limit) {
        int size = limit == null ? Keyset.DEFAULT_LIMIT : limit;
        if (size < 1 || size > Keyset.MAX_LIMIT) {
            throw new Invalid("limit", "out-of-range", Map.of("min", 1, "max", Keyset.MAX_LIMIT));
        }
        Place before = cursor == null ? new Place(END, LAST) : Place.read(cursor);
        List<TimelineItem> items = store.page(subject, before.at(), before.id(), size + 1);
        if (items.size() <= size) {
            return new Page<>(guarded(viewer, items), null, null);
        }
        TimelineItem last = items.get(size - 1);
        return new Page<>(guarded(viewer, items.subList(0, size)), new Place(last.at(), last.id()).write(), null);
    }

    private List<TimelineItem> guarded(Viewer viewer, List<TimelineItem> items) {
        Set<UUID> refs = new HashSet<>();
        items.stream().map(TimelineItem::ref).filter(Objects::nonNull).forEach(refs::add);
        if (refs.isEmpty()) {
            return items;
        }
        Set<UUID> hidden = new HashSet<>();
        guards.forEach(guard -> hidden.addAll(guard.hidden(viewer, refs)));
        return hidden.isEmpty()
                ? items
                : items.stream()
                        .map(item -> hidden.contains(item.ref()) ? item.withoutRef() : item)
                        .toList();
    }

    /** Where a page ended. */
    private record Place(Instant at, UUID id) {

        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(("timeline " + at + " " + id).getBytes(StandardCharsets.UTF_8));
        }

        static Place read(String cursor) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ");
                if (parts.length == 3 && parts[0].equals("timeline")) {
                    Instant at = Instant.parse(parts[1]);
                    if (!at.isAfter(END) && at.isAfter(Instant.EPOCH.minus(36500, ChronoUnit.DAYS))) {
                        return new Place(at, UUID.fromString(parts[2]));
                    }
                }
            } catch (IllegalArgumentException | DateTimeException notOurs) {
                throw new Invalid("cursor", "foreign-cursor");
            }
            throw new Invalid("cursor", "foreign-cursor");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
