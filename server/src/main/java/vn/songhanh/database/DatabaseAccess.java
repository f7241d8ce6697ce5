package vn.songhanh.database;

/**
 * Where the database is and how to sign in.
 *
 * @param owner migrates
 * @param application everything else; the same as the owner where an external database has one user only
 */
record DatabaseAccess(String url, PostgresServer.Login owner, PostgresServer.Login application) {

    boolean hasTwoRoles() {
        return !owner.user().equals(application.user());
    }
}
