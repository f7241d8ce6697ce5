package vn.songhanh.contacts.lifecycle;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/**
 * What people say about a kind of OTHER.
 *
 * @param position from 1, last when left out; the others make room
 */
public record OtherKindInput(
        @Nullable String name,
        @Nullable Integer position,
        @Nullable Boolean archived) {

    static final int LONGEST_NAME = 100;

    static OtherKindInput of(OtherKind kind) {
        return new OtherKindInput(kind.name(), kind.position(), kind.archived());
    }

    /** @throws Invalid when it has none, or a long one */
    String checkedName() {
        String clean = Text.cleanOrNull(name, "name");
        new Invalid.Check()
                .that(clean != null, "name", "required")
                .that(clean == null || clean.length() <= LONGEST_NAME, "name", "too-long", Map.of("max", LONGEST_NAME))
                .that(
                        position == null || position >= 1,
                        "position",
                        "out-of-range",
                        Map.of("min", 1, "max", OtherKinds.MOST))
                .done();
        return String.valueOf(clean);
    }
}
