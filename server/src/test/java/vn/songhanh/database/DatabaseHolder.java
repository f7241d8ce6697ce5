package vn.songhanh.database;

import java.nio.file.Path;

/** A process of its own that runs a database as the product does, until it is killed or its input ends. */
final class DatabaseHolder {

    private DatabaseHolder() {}

    public static void main(String[] arguments) throws Exception {
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
                PostgresServer server = PostgresServer.start(folder, Durability.FULL)) {
            System.out.println(server.url("postgres"));
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (DatabaseCannotStart e) {
            System.out.println(e.getMessage());
        }
    }
}
