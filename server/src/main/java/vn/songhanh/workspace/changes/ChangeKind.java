package vn.songhanh.workspace.changes;

import java.util.List;
import java.util.function.Predicate;
import org.jooq.Table;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

/**
 * Something that pages show, by the name that {@code GET /api/changes} has for it: the tables that it is kept in, and who
 * may know that it changed. A module declares its own as beans. One that is kept in no table is each member's own, and
 * its module says whose has changed: {@link Changes#ofTheirOwn}.
 *
 * @param name as in the path of its list: {@code contacts}, {@code loss-reasons}
 */
public record ChangeKind(String name, Predicate<Viewer> knownTo, List<Table<?>> tables) {

    /** Known to whoever may do that with one of such records at least; nobody hears which has changed. */
    public static ChangeKind of(String name, RecordKind kind, Action action, Table<?>... tables) {
        return new ChangeKind(name, viewer -> viewer.reach(kind, action) != Reach.NONE, List.of(tables));
    }

    /** Of records that have a kind: known to whoever may read some. */
    public static ChangeKind of(RecordKind kind, Table<?>... tables) {
        return of(kind.plural(), kind, Action.READ, tables);
    }
}
