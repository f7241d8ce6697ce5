package vn.songhanh.sales.deal;

import static vn.songhanh.jooq.sales.Tables.DEAL;
import static vn.songhanh.jooq.sales.Tables.DEAL_CONTACT;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.ColumnField;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.FieldType;
import vn.songhanh.shared.Form;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.Row;

/** The contacts of a deal, who lie in a table of their own, which the store writes. */
final class BuyersForm implements Form<List<ContactId>> {

    static final int MOST = 100;

    private static final Field<UUID[]> IN_ORDER = DSL.array(DSL.select(DEAL_CONTACT.CONTACT_ID)
            .from(DEAL_CONTACT)
            .where(DEAL_CONTACT.DEAL_ID.eq(DEAL.ID))
            .orderBy(DEAL_CONTACT.POSITION));

    @Override
    public List<Field<?>> columns() {
        return List.of(IN_ORDER);
    }

    @Override
    public List<ContactId> read(Row row) {
        return row.uuids().stream().map(ContactId::new).toList();
    }

    @Override
    public void write(@Nullable List<ContactId> value, Map<Field<?>, @Nullable Object> row) {}

    @Override
    public List<ContactId> checked(@Nullable List<ContactId> said, @Nullable List<ContactId> before, Site at) {
        List<ContactId> people = Objects.requireNonNullElse(said, List.of());
        at.check()
                .that(people.size() <= MOST, at.field(), "too-many", Map.of("max", MOST))
                .that(people.stream().noneMatch(Objects::isNull), at.field(), "required")
                .that(new HashSet<>(people).size() == people.size(), at.field(), "twice");
        return people;
    }

    @Override
    public void declare(String name, FieldSet fields) {
        fields.add(new ColumnField(fields.kind(), name, FieldType.ID, DEAL_CONTACT.CONTACT_ID)
                .through((isThatContact, viewer) -> DSL.exists(DSL.selectOne()
                        .from(DEAL_CONTACT)
                        .where(DEAL_CONTACT.DEAL_ID.eq(DEAL.ID))
                        .and(isThatContact))));
    }

    /** A file adds somebody and takes nobody away. */
    @Override
    public List<ContactId> filled(
            @Nullable List<ContactId> present, @Nullable List<ContactId> file, String name, ImportRow row) {
        SequencedSet<ContactId> all = new LinkedHashSet<>(Objects.requireNonNullElse(present, List.of()));
        all.addAll(Objects.requireNonNullElse(file, List.of()));
        return List.copyOf(all);
    }
}
