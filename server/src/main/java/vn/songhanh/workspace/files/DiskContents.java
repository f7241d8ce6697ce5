package vn.songhanh.workspace.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Below {@code files} in the data folder. */
@Component
class DiskContents implements FileContents {

    private final Path root;

    DiskContents(Environment environment) {
        root = Path.of(environment.getProperty("SONGHANH_DATA_DIR", "data"), "files");
    }

    @Override
    public void put(String key, InputStream content) throws IOException {
        Path file = root.resolve(key);
        Path folder = Files.createDirectories(file.resolveSibling("."));
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try (FileChannel channel = FileChannel.open(
                partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(root.resolve(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(root.resolve(key));
    }
}
