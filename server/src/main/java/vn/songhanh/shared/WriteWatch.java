package vn.songhanh.shared;

import org.jooq.DSLContext;

/** Whoever wants to hear of everything that is written; stands under this class in the data of jOOQ's configuration. */
public interface WriteWatch {

    /** @param sql a statement that has run, written out or only its beginning: {@code copy sales.deal} */
    void wrote(String sql);

    /** For statements that go to the driver past jOOQ, and so past its listeners. */
    static void tell(DSLContext db, String sql) {
        if (db.configuration().data(WriteWatch.class) instanceof WriteWatch watch) {
            watch.wrote(sql);
        }
    }
}
