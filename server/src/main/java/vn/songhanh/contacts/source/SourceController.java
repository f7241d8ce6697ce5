package vn.songhanh.contacts.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.Viewer;

@RestController
@RequestMapping("/api/sources")
class SourceController {

    private final Sources sources;

    SourceController(Sources sources) {
        this.sources = sources;
    }

    @GetMapping
    ResponseEntity<SourceList> list(Viewer viewer) {
        ContactKinds.requireReading(viewer);
        return answer(sources.list());
    }

    record Input(@Nullable List<SourceList.Named> items) {}

    /** The whole list, in its order. */
    @PutMapping
    ResponseEntity<SourceList> replace(
            Viewer viewer,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Input input) {
        long version = PreconditionRequired.version(ifMatch);
        List<SourceList.Named> items = input.items();
        if (items == null) {
            throw new Invalid("items", "required");
        }
        return answer(sources.replace(viewer, version, new SourceList(version, items)));
    }

    private static ResponseEntity<SourceList> answer(SourceList list) {
        return ResponseEntity.ok().eTag("\"" + list.version() + "\"").body(list);
    }
}
