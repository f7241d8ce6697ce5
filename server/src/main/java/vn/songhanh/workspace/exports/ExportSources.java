package vn.songhanh.workspace.exports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.NotFound;

/** What can be exported, as the modules declare it. */
@Component
class ExportSources {

    private final Map<String, ExportSource> byName = new HashMap<>();

    ExportSources(List<ExportSource> sources) {
        sources.forEach(source -> byName.put(source.kind().plural(), source));
    }

    ExportSource require(String records) {
        ExportSource source = byName.get(records);
        if (source == null) {
            throw new NotFound("export", records);
        }
        return source;
    }
}
