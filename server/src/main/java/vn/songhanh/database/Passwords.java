package vn.songhanh.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The passwords of the embedded database, drawn when it is made and kept in a file that only its owner may read.
 *
 * @param superuser makes roles and the database, nothing else
 * @param owner owns the tables; migrations run as this one
 * @param application what the product itself signs in with; may not change a table's shape
 */
record Passwords(String superuser, String owner, String application) {

    static Passwords in(DataFolder folder) throws IOException {
        Path file = folder.root().resolve("database-passwords");
        if (Files.notExists(file)) {
            if (Files.exists(folder.database())) {
                throw new DatabaseCannotStart(file + " is missing, and without it the database in " + folder.database()
                        + " cannot be opened; bring it back from your backup.");
            }
            Path fresh = Files.createTempFile(folder.root(), "database-passwords", ".new");
            DataFolder.permit(fresh, "rw-------");
            Files.write(fresh, List.of(draw(), draw(), draw()), StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        List<String> lines = Files.readAllLines(file);
        return new Passwords(lines.get(0), lines.get(1), lines.get(2));
    }

    private static String draw() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Passwords[…]";
    }
}
