package vn.songhanh.shared;

import java.sql.SQLException;
import org.jooq.ConnectionCallable;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Statements that need no composing go to the driver directly. */
final class Direct {

    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    private Direct() {}

    /**
     * On the connection of the present transaction. What the database refuses comes as it does from a statement that jOOQ
     * runs, so that whoever answers it need not know which way the statement went.
     */
    static <T> T run(DSLContext db, ConnectionCallable<T> work) {
        try {
            return db.connectionResult(work);
        } catch (DataAccessException e) {
            SQLException refused = e.getCause(SQLException.class);
            if (refused == null) {
                throw e;
            }
            var translated = TRANSLATOR.translate("direct", null, refused);
            throw translated == null ? e : translated;
        }
    }
}
