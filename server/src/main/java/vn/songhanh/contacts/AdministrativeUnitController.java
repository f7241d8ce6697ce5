package vn.songhanh.contacts;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.contacts.AdministrativeUnits.Province;
import vn.songhanh.contacts.AdministrativeUnits.Ward;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Viewer;

/** The provinces and wards that an address names. */
@RestController
@RequestMapping("/api/provinces")
class AdministrativeUnitController {

    private static final int MAX = 500;

    @GetMapping
    ResponseEntity<Page<Province>> provinces(Viewer viewer) {
        return answer(AdministrativeUnits.provinces());
    }

    /** Those of one province, or of all; {@code q} finds them by a part of their name. */
    @GetMapping("/wards")
    ResponseEntity<Page<Ward>> wards(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "50") int limit) {
        new Invalid.Check()
                .that(
                        province == null || AdministrativeUnits.province(province) != null,
                        "province",
                        "unknown-province")
                .that(limit >= 1 && limit <= MAX, "limit", "out-of-range", Map.of("min", 1, "max", MAX))
                .that(q.length() <= 100, "q", "too-long", Map.of("max", 100))
                .done();
        return answer(AdministrativeUnits.wards(province, q, limit));
    }

    private static <T> ResponseEntity<Page<T>> answer(Collection<T> items) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(new Page<>(List.copyOf(items), null, null));
    }
}
