package vn.songhanh.workspace.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.SearchSource;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;

/** Asks every kind of record that the viewer may read for its best hits. */
@RestController
@RequestMapping("/api/search")
class SearchController {

    private static final int PER_KIND = 8;
    private static final int MIN_LETTERS = 2;
    private static final int MAX_LETTERS = 200;

    private final List<SearchSource> sources;

    SearchController(List<SearchSource> sources) {
        this.sources = sources;
    }

    @GetMapping
    Page<SearchSource.Hit> search(Viewer viewer, @RequestParam String q) {
        String needle = Text.clean(q, "q");
        if (needle.length() < MIN_LETTERS || needle.length() > MAX_LETTERS) {
            throw new Invalid("q", "length-out-of-range", Map.of("min", MIN_LETTERS, "max", MAX_LETTERS));
        }
        List<SearchSource.Hit> hits = new ArrayList<>();
        for (SearchSource source : sources) {
            if (viewer.reach(source.kind(), Action.READ) != Reach.NONE) {
                hits.addAll(source.search(viewer, needle, PER_KIND));
            }
        }
        return new Page<>(hits, null, null);
    }
}
