package vn.songhanh.database;

import org.jspecify.annotations.Nullable;

/** The database does not come up; the message is written for the person who started the product. */
public class DatabaseCannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseCannotStart(String message) {
        this(message, null);
    }

    public DatabaseCannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
