package vn.songhanh.shared;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Condition;

/**
 * Something a filter on a kind of record can ask. A module offers the fields of its own records, and may offer fields
 * on records of modules below it ({@code deals.status} on a contact) by declaring a bean of this type.
 */
public interface FilterField {

    RecordKind kind();

    /** As a filter writes it: {@code lifecycleStage}, {@code company.industry}. */
    String name();

    FieldType type();

    /** The values of a {@link FieldType#CHOICE}, in their order; empty for other types. */
    default List<String> choices() {
        return List.of();
    }

    /** @throws Invalid naming {@code predicate.path()} when operator or value do not fit the field */
    Condition matches(Filter.Predicate predicate, Context context);

    /**
     * @param zone in which dates begin and end
     */
    record Context(Viewer viewer, Instant now, ZoneId zone) {}
}
