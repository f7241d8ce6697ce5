package vn.songhanh.contacts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.contact.PersonName;
import vn.songhanh.contacts.contact.Reach;
import vn.songhanh.contacts.lifecycle.ImportCells;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.shared.ColumnField;
import vn.songhanh.shared.ColumnForm;
import vn.songhanh.shared.ExportSource.Column;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.FieldType;
import vn.songhanh.shared.Form;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Row;

/** The forms of the fields that contacts and companies have alike. */
public final class Forms {

    private Forms() {}

    /** One telephone number, see {@link Phones}; what an import kept as it was written may stay so. */
    public static ColumnForm<String, String> phone(Field<String> column) {
        return ColumnForm.text(column)
                .checkedBy((said, before, at) -> {
                    String text = ColumnForm.shortText(said, at.field(), at.check());
                    if (text == null || text.equals(before)) {
                        return text;
                    }
                    String number = Phones.parse(text).orElse(at.asWritten() ? Phones.parseOrKeep(text) : null);
                    at.check().that(number != null, at.field(), "not-a-phone");
                    return number;
                })
                .fromCells((row, name, check) -> {
                    check.gather(() -> Phones.inCell(row, name));
                    return row.get(name);
                })
                .exportedAs(Phones::national)
                .soughtAs(Phones::parseOrKeep);
    }

    public record Name(Field<String> full, Field<String> family, Field<String> given) implements Form<PersonName> {

        @Override
        public List<Field<?>> columns() {
            return List.of(full, family, given);
        }

        @Override
        public PersonName read(Row row) {
            return new PersonName(row.text(), row.textOrNull(), row.text());
        }

        @Override
        public void write(@Nullable PersonName value, Map<Field<?>, @Nullable Object> row) {
            PersonName name = Objects.requireNonNullElse(value, PersonName.NONE);
            row.put(full, name.fullName());
            row.put(family, name.familyName());
            row.put(given, name.givenName());
        }

        @Override
        public @Nullable PersonName checked(@Nullable PersonName said, @Nullable PersonName before, Site at) {
            PersonName name = Objects.requireNonNullElse(said, PersonName.NONE);
            String whole = ColumnForm.shortText(name.fullName(), "fullName", at.check());
            String first = ColumnForm.shortText(name.familyName(), "familyName", at.check());
            String last = ColumnForm.shortText(name.givenName(), "givenName", at.check());
            return at.check()
                    .gather(() ->
                            before == null ? PersonName.of(whole, first, last) : before.edited(whole, first, last));
        }

        @Override
        public void declare(String name, FieldSet fields) {
            fields.text("fullName", full).text("familyName", family).text("givenName", given);
        }

        @Override
        public List<ImportTarget.Field> cells(String name, String headings) {
            return List.of(
                    ImportTarget.Field.of("fullName", headings),
                    ImportTarget.Field.of(
                            "familyName", "họ | họ đệm | họ và tên đệm | last name | surname | family name"),
                    ImportTarget.Field.of("givenName", "tên gọi | tên riêng | first name | given name"));
        }

        @Override
        public PersonName of(ImportRow row, String name, Invalid.Check check) {
            return new PersonName(
                    Objects.requireNonNullElse(row.get("fullName"), ""),
                    row.get("familyName"),
                    Objects.requireNonNullElse(row.get("givenName"), ""));
        }

        @Override
        public @Nullable PersonName filled(
                @Nullable PersonName present, @Nullable PersonName file, String name, ImportRow row) {
            return Objects.requireNonNullElse(present, PersonName.NONE)
                    .filledWith(
                            Objects.requireNonNullElse(file, PersonName.NONE),
                            row.values().keySet());
        }

        @Override
        public void tell(String name, @Nullable PersonName value, Map<String, @Nullable Object> facts) {
            PersonName told = Objects.requireNonNullElse(value, PersonName.NONE);
            facts.put("fullName", told.fullName());
            facts.put("familyName", told.familyName());
            facts.put("givenName", told.givenName());
        }

        @Override
        public List<Column<?>> exported(String name) {
            return List.of(Column.of("fullName", full), Column.of("familyName", family), Column.of("givenName", given));
        }
    }

    public record Reachable(Field<String[]> emails, Field<String[]> phones) implements Form<Reach> {

        @Override
        public List<Field<?>> columns() {
            return List.of(emails, phones);
        }

        @Override
        public Reach read(Row row) {
            return Reach.of(row.texts(), row.texts());
        }

        @Override
        public void write(@Nullable Reach value, Map<Field<?>, @Nullable Object> row) {
            Reach reach = Objects.requireNonNullElse(value, Reach.NONE);
            row.put(emails, reach.emails().toArray(String[]::new));
            row.put(phones, reach.phones().toArray(String[]::new));
        }

        @Override
        public Reach checked(@Nullable Reach said, @Nullable Reach before, Site at) {
            return Objects.requireNonNullElse(before, Reach.NONE)
                    .edited(Objects.requireNonNullElse(said, Reach.NONE), at.asWritten(), at.check());
        }

        @Override
        public void declare(String name, FieldSet fields) {
            fields.add(of(fields, "email", FieldType.TEXT, DSL.arrayGet(emails, 1))
                            .reading(Emails::sought))
                    .add(of(fields, "emails", FieldType.LIST, emails).reading(Emails::sought))
                    .add(of(fields, "phone", FieldType.TEXT, DSL.arrayGet(phones, 1))
                            .reading(Phones::parseOrKeep))
                    .add(of(fields, "phones", FieldType.LIST, phones).reading(Phones::parseOrKeep));
        }

        private static ColumnField of(FieldSet fields, String name, FieldType type, Field<?> column) {
            return new ColumnField(fields.kind(), name, type, column);
        }

        @Override
        public List<ImportTarget.Field> cells(String name, String headings) {
            return List.of(
                    ImportTarget.Field.of("email", headings),
                    ImportTarget.Field.of(
                            "phone",
                            "điện thoại | số điện thoại | sđt | di động | đt | phone | mobile | phone number | tel"));
        }

        @Override
        public Reach of(ImportRow row, String name, Invalid.Check check) {
            List<String> numbers =
                    Objects.requireNonNullElse(check.gather(() -> Phones.inCell(row, "phone")), List.of());
            return new Reach(null, null, row.list("email"), numbers);
        }

        /** A file adds some and takes none away. */
        @Override
        public Reach filled(@Nullable Reach present, @Nullable Reach file, String name, ImportRow row) {
            return Objects.requireNonNullElse(present, Reach.NONE).and(Objects.requireNonNullElse(file, Reach.NONE));
        }

        @Override
        public void tell(String name, @Nullable Reach value, Map<String, @Nullable Object> facts) {
            Reach told = Objects.requireNonNullElse(value, Reach.NONE);
            facts.put("emails", told.emails());
            facts.put("phones", told.phones());
        }

        @Override
        public List<Column<?>> exported(String name) {
            return List.of(Column.of("email", emails), Column.of("phone", phones, ExportCells::phones));
        }
    }

    public record Origin(Field<String> channel, Field<String> campaign, Field<String> medium) implements Form<Source> {

        @Override
        public List<Field<?>> columns() {
            return List.of(channel, campaign, medium);
        }

        @Override
        public Source read(Row row) {
            return Columns.source(row.textOrNull(), row.textOrNull(), row.textOrNull());
        }

        @Override
        public void write(@Nullable Source value, Map<Field<?>, @Nullable Object> row) {
            Source source = Objects.requireNonNullElse(value, Source.UNKNOWN);
            row.put(channel, source.channel());
            row.put(campaign, source.campaign());
            row.put(medium, source.medium());
        }

        @Override
        public Source checked(@Nullable Source said, @Nullable Source before, Site at) {
            return said == null ? Source.UNKNOWN : said.checked(at.check());
        }

        @Override
        public void declare(String name, FieldSet fields) {
            fields.text(name + ".channel", channel)
                    .text(name + ".campaign", campaign)
                    .text(name + ".medium", medium);
        }

        @Override
        public List<ImportTarget.Field> cells(String name, String headings) {
            return List.of(
                    ImportTarget.Field.of(name + ".channel", headings),
                    ImportTarget.Field.of(name + ".campaign", "chiến dịch | campaign | utm campaign"),
                    ImportTarget.Field.of(name + ".medium", "phương tiện | medium | utm medium"));
        }

        @Override
        public Source of(ImportRow row, String name, Invalid.Check check) {
            return ImportCells.source(row);
        }

        @Override
        public Source filled(@Nullable Source present, @Nullable Source file, String name, ImportRow row) {
            return Objects.requireNonNullElse(present, Source.UNKNOWN)
                    .filledWith(Objects.requireNonNullElse(file, Source.UNKNOWN));
        }

        @Override
        public void tell(String name, @Nullable Source value, Map<String, @Nullable Object> facts) {
            facts.put(name, Source.UNKNOWN.equals(value) ? null : value);
        }

        @Override
        public List<Column<?>> exported(String name) {
            return List.of(
                    Column.of(name + ".channel", channel),
                    Column.of(name + ".campaign", campaign),
                    Column.of(name + ".medium", medium));
        }
    }

    public record Place(Field<String> province, Field<String> ward, Field<String> line, Field<String> text)
            implements Form<Address> {

        @Override
        public List<Field<?>> columns() {
            return List.of(province, ward, line, text);
        }

        @Override
        public Address read(Row row) {
            return Address.of(row.textOrNull(), row.textOrNull(), row.textOrNull(), row.textOrNull());
        }

        @Override
        public void write(@Nullable Address value, Map<Field<?>, @Nullable Object> row) {
            Address address = Objects.requireNonNullElse(value, Address.NONE);
            row.put(province, address.provinceCode());
            row.put(ward, address.wardCode());
            row.put(line, address.line());
            row.put(text, address.text());
        }

        @Override
        public Address checked(@Nullable Address said, @Nullable Address before, Site at) {
            return said == null ? Address.NONE : said.checked(at.check());
        }

        @Override
        public void declare(String name, FieldSet fields) {
            fields.text(name + ".provinceCode", province).text(name + ".wardCode", ward);
        }

        @Override
        public List<ImportTarget.Field> cells(String name, String headings) {
            return List.of(
                    ImportTarget.Field.of(
                            name + ".line", "số nhà | đường | số nhà, đường | street | address line | address 1"),
                    ImportTarget.Field.of(name + ".ward", "phường | xã | phường xã | ward | commune"),
                    ImportTarget.Field.of(
                            name + ".province",
                            "tỉnh | tỉnh thành | thành phố | tỉnh/thành phố | province | city | state"),
                    ImportTarget.Field.of(name + ".text", headings));
        }

        @Override
        public Address of(ImportRow row, String name, Invalid.Check check) {
            return ImportCells.address(row, Address.NONE);
        }

        @Override
        public @Nullable Address filled(@Nullable Address present, @Nullable Address file, String name, ImportRow row) {
            boolean said = row.values().keySet().stream().anyMatch(cell -> cell.startsWith(name + "."));
            return said ? ImportCells.address(row, Objects.requireNonNullElse(present, Address.NONE)) : present;
        }

        @Override
        public void tell(String name, @Nullable Address value, Map<String, @Nullable Object> facts) {
            facts.put(name, Address.NONE.equals(value) ? null : value);
        }

        @Override
        public List<Column<?>> exported(String name) {
            return List.of(
                    Column.of(name + ".line", line),
                    Column.of(name + ".ward", ward, ExportCells::ward),
                    Column.of(name + ".province", province, ExportCells::province),
                    Column.of(name + ".text", text));
        }
    }
}
