package vn.songhanh.workspace.exports;

import java.util.Map;
import vn.songhanh.shared.Forbidden;

/** The right to the file was taken away while it was being written. */
final class ExportStopped extends Forbidden {

    ExportStopped(Throwable cause) {
        super("export-stopped", Map.of(), cause);
    }
}
