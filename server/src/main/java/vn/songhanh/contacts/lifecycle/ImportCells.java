package vn.songhanh.contacts.lifecycle;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.Address;
import vn.songhanh.contacts.AdministrativeUnits;
import vn.songhanh.contacts.Columns;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.ImportTarget.Batch;
import vn.songhanh.shared.ImportTarget.Field;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;
import vn.songhanh.workspace.members.OwnerColumn;

/** Reads the cells that files of contacts and of companies have alike. */
public final class ImportCells {

    private static final String OTHER_KIND = "otherKind";

    /** As our own screens and others call them. */
    private static final Map<String, String> STAGES = Map.ofEntries(
            Map.entry("Người đăng ký", "SUBSCRIBER"),
            Map.entry("Khách tiềm năng", "LEAD"),
            Map.entry("Khách hàng tiềm năng", "LEAD"),
            Map.entry("Tiềm năng", "LEAD"),
            Map.entry("MQL – đạt chuẩn marketing", "MQL"),
            Map.entry("MQL – marketing qualified", "MQL"),
            Map.entry("Đủ điều kiện tiếp thị (MQL)", "MQL"),
            Map.entry("Đủ điều kiện tiếp thị", "MQL"),
            Map.entry("Marketing qualified (MQL)", "MQL"),
            Map.entry("Đạt chuẩn marketing", "MQL"),
            Map.entry("Marketing qualified", "MQL"),
            Map.entry("Marketing qualified lead", "MQL"),
            Map.entry("SQL – đạt chuẩn bán hàng", "SQL"),
            Map.entry("SQL – sales qualified", "SQL"),
            Map.entry("Đủ tiêu chuẩn bán hàng (SQL)", "SQL"),
            Map.entry("Đủ tiêu chuẩn bán hàng", "SQL"),
            Map.entry("Sales qualified (SQL)", "SQL"),
            Map.entry("Đạt chuẩn bán hàng", "SQL"),
            Map.entry("Sales qualified", "SQL"),
            Map.entry("Sales qualified lead", "SQL"),
            Map.entry("Cơ hội", "OPPORTUNITY"),
            Map.entry("Khách hàng", "CUSTOMER"),
            Map.entry("Người ủng hộ", "EVANGELIST"),
            Map.entry("Khác", "OTHER"));

    /** Whose a contact or a company is, and where it stands. */
    private static final List<Field> FIELDS = List.of(
            OwnerColumn.FIELD,
            Field.of(
                            "lifecycleStage",
                            "giai đoạn | giai đoạn vòng đời | trạng thái | tình trạng | lifecycle stage | stage | status")
                    .oneOf(names(LifecycleStage.values()))
                    .called(STAGES),
            Field.of(
                    OTHER_KIND,
                    "loại trong khác | loại (khác) | loại khác | thuộc loại khác | kind of other | other kind | kind (other)"),
            Field.of(
                    "lifecycleSince",
                    "vào giai đoạn từ | ngày vào giai đoạn | từ ngày | in this stage since | since | stage date"));

    private ImportCells() {}

    /** With the kinds of OTHER that may be given now. */
    public static List<Field> offering(List<Field> fields, List<OtherKind> kinds) {
        List<String> names = kinds.stream()
                .filter(kind -> !kind.archived())
                .map(OtherKind::name)
                .toList();
        return fields.stream()
                .map(field -> field.name().equals(OTHER_KIND) ? field.oneOf(names) : field)
                .toList();
    }

    /** Which kind of OTHER; a file need not say. */
    public static @Nullable OtherKindId otherKind(ImportRow row, List<OtherKind> kinds, Invalid.Check check) {
        String named = row.get(OTHER_KIND);
        if (named == null) {
            return null;
        }
        String stage = row.get("lifecycleStage");
        check.that(stage == null || stage.equals(LifecycleStage.OTHER.name()), OTHER_KIND, "only-for-other");
        Optional<OtherKind> kind = kinds.stream()
                .filter(each -> !each.archived() && Text.fold(each.name()).equals(Text.fold(named)))
                .findFirst();
        check.that(kind.isPresent(), OTHER_KIND, "unknown-reference", Map.of("value", named));
        return kind.map(OtherKind::id).orElse(null);
    }

    /** By what a record is found, the fields of its kind, then those of its owner and of where it stands. */
    public static List<Field> after(List<Field> own, Field... more) {
        return Stream.of(Stream.of(ImportTarget.ID), own.stream(), Stream.of(more), FIELDS.stream())
                .flatMap(fields -> fields)
                .toList();
    }

    /** Who is of a kind of OTHER stands there. */
    public static @Nullable LifecycleStage stage(ImportRow row) {
        String stage = row.get("lifecycleStage");
        return stage == null && row.get(OTHER_KIND) != null ? LifecycleStage.OTHER : Columns.stage(stage);
    }

    /** When the stage was entered: no later than now, which it is when the row does not say. */
    public static Instant since(ImportRow row, Batch batch, Invalid.Check check) {
        Instant since = row.moment("lifecycleSince", check);
        check.that(since == null || !since.isAfter(batch.now()), "lifecycleSince", "in-the-future");
        return Objects.requireNonNullElse(since, batch.now());
    }

    /** Tells what is wrong of the cell that it was read from: {@code email} where the record has {@code emails[0]}. */
    public static <T> T ofCells(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Invalid wrong) {
            throw new Invalid(wrong.errors().stream()
                    .map(error -> new Invalid.FieldError(
                            error.field().replaceFirst("\\[\\d+]$", "").replaceFirst("^(email|phone)s$", "$1"),
                            error.code(),
                            error.args()))
                    .toList());
        }
    }

    public static Source source(ImportRow row) {
        return Columns.source(row.get("source.channel"), row.get("source.campaign"), row.get("source.medium"));
    }

    /**
     * The address with what the row says of it: what it does not name stays, but for the ward of another province. What
     * names no province or ward of today stays in the text, where somebody can still read it.
     */
    public static Address address(ImportRow row, Address before) {
        String province = row.get("address.province");
        String ward = row.get("address.ward");
        String line = row.get("address.line");
        String text = row.get("address.text");
        var found = province == null
                ? AdministrativeUnits.province(before.provinceCode())
                : AdministrativeUnits.provinceNamed(province).orElse(null);
        var foundWard = ward == null || found == null
                ? null
                : AdministrativeUnits.wardNamed(ward, found.code()).orElse(null);
        boolean understood = (province == null || found != null) && (ward == null || foundWard != null);
        String code = found == null ? null : found.code();
        String wardCode = foundWard != null
                ? foundWard.code()
                : ward == null && Objects.equals(code, before.provinceCode()) ? before.wardCode() : null;
        String itsLine = line == null ? before.line() : line;
        String itsText = text == null ? before.text() : text;
        if (!understood) {
            itsText = together(itsText == null ? itsLine : itsText, ward, province);
        }
        return Address.of(code, wardCode, itsLine, itsText);
    }

    /** Between commas, each unless it stands in the first already. */
    private static String together(@Nullable String first, @Nullable String... more) {
        String begin = first == null ? "" : first;
        return Stream.concat(
                        Stream.of(begin), Arrays.stream(more).filter(part -> part != null && !begin.contains(part)))
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
