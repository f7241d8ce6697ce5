package vn.songhanh.workspace.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.settings.Settings;

/** Keeps what people hand in until its date has passed. */
@Service
public class StoredFiles {

    private static final Logger log = LoggerFactory.getLogger(StoredFiles.class);

    private final StoredFileStore store;
    private final FileContents contents;
    private final Settings settings;
    private final Clock clock;

    StoredFiles(StoredFileStore store, FileContents contents, Settings settings, Clock clock) {
        this.store = store;
        this.contents = contents;
        this.settings = settings;
        this.clock = clock;
    }

    public StoredFile keep(Viewer viewer, String name, InputStream content, Duration keepFor) throws IOException {
        Instant now = clock.instant();
        UUID id = Ids.next();
        String month = now.atOffset(ZoneOffset.UTC).toLocalDate().toString().substring(0, 7);
        String key = settings.workspace().id() + "/" + month + "/" + id;
        MessageDigest sha256 = sha256();
        Counted counted = new Counted(new DigestInputStream(content, sha256));
        contents.put(key, counted);
        StoredFile file =
                new StoredFile(id, key, name, counted.count, sha256.digest(), viewer.member(), now.plus(keepFor));
        store.insert(file, viewer, now);
        return file;
    }

    public Optional<StoredFile> find(UUID id) {
        return store.find(id);
    }

    public void keepUntil(UUID id, Instant deleteAfter) {
        store.keepUntil(id, deleteAfter);
    }

    public InputStream open(StoredFile file) throws IOException {
        return contents.open(file.key());
    }

    public void delete(StoredFile file) throws IOException {
        contents.delete(file.key());
        store.delete(file.id());
    }

    void deleteExpired() {
        for (StoredFile file : store.expired(clock.instant())) {
            try {
                delete(file);
            } catch (IOException e) {
                // The row stays, so the next night tries again.
                log.warn("Cannot delete the file {}", file.key(), e);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JVM has SHA-256", impossible);
        }
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                count++;
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
