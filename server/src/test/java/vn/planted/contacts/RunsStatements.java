package vn.planted.contacts;

import org.jooq.DSLContext;

class RunsStatements {

    int run(DSLContext db) {
        return db.execute("select 1");
    }
}
