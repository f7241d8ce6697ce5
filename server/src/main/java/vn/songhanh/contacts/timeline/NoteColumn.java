package vn.songhanh.contacts.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget.Batch;
import vn.songhanh.shared.ImportTarget.Field;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.RecordKind;

/**
 * The column of a file that says in free words something of its records: each cell becomes a note on a timeline, once,
 * however often the file comes in.
 */
public final class NoteColumn {

    public static final Field FIELD = Field.of(
            "note",
            "= ghi chú | nội dung trao đổi | = nội dung | = note | = notes | = comment | = comments | = remark | = remarks");

    /** Behind all others: a field of the company's own that is called so comes first. */
    public static List<Field> after(List<Field> fields) {
        return Stream.concat(fields.stream(), Stream.of(FIELD)).toList();
    }

    /** A cell, and of whom it tells. */
    record Note(UUID subject, String text) {}

    private final TimelineStore store;
    private final Batch batch;
    private final RecordKind kind;
    private final Set<Note> there = new HashSet<>();
    private final List<Note> taken = new ArrayList<>();

    NoteColumn(TimelineStore store, Batch batch, RecordKind kind) {
        this.store = store;
        this.batch = batch;
        this.kind = kind;
    }

    public static void check(ImportRow row, Invalid.Check check) {
        String text = row.get(FIELD.name());
        check.that(
                text == null || text.length() <= TouchInput.MAX_TEXT,
                FIELD.name(),
                "too-long",
                Map.of("max", TouchInput.MAX_TEXT));
    }

    /** @param records those in the tables that the rows may speak of */
    public void known(Collection<UUID> records) {
        Set<String> texts = batch.texts(FIELD.name());
        if (!texts.isEmpty() && !records.isEmpty()) {
            there.addAll(store.notes(records, texts));
        }
    }

    /** Whether the row tells something new of a record that is there. */
    public boolean adds(ImportRow row, @Nullable UUID record) {
        String text = row.get(FIELD.name());
        return text != null && record != null && !there.contains(new Note(record, text));
    }

    public void took(ImportRow row, Outcome outcome) {
        UUID record = switch (outcome) {
            case Outcome.Created made -> made.id();
            case Outcome.Updated changed -> changed.id();
            case Outcome.Skipped skipped -> null;
            case Outcome.Failed failed -> null;
        };
        String text = row.get(FIELD.name());
        if (record != null && text != null && there.add(new Note(record, text))) {
            taken.add(new Note(record, text));
        }
    }

    public void write() {
        if (!taken.isEmpty()) {
            store.addNotes(batch.viewer(), kind, taken, batch.importId(), batch.now());
        }
    }
}
