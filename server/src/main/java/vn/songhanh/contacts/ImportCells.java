package vn.songhanh.contacts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Dates;
import vn.songhanh.shared.ImportTarget.Field;
import vn.songhanh.shared.ImportTarget.Row;
import vn.songhanh.shared.Invalid;
import vn.songhanh.workspace.customfields.CustomField;

/** Reads the cells that files of contacts and of companies have alike. */
final class ImportCells {

    private static final String CUSTOM = "custom.";
    private static final Pattern BETWEEN = Pattern.compile("\\s*[;,|\\n]\\s*");
    private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("d/M/uuuu");

    /** As our own screens and others call them. */
    private static final Map<String, String> STAGES = Map.ofEntries(
            Map.entry("Người đăng ký", "SUBSCRIBER"),
            Map.entry("Khách tiềm năng", "LEAD"),
            Map.entry("MQL – đạt chuẩn marketing", "MQL"),
            Map.entry("MQL – marketing qualified", "MQL"),
            Map.entry("Đủ điều kiện tiếp thị", "MQL"),
            Map.entry("Đạt chuẩn marketing", "MQL"),
            Map.entry("Marketing qualified", "MQL"),
            Map.entry("Marketing qualified lead", "MQL"),
            Map.entry("SQL – đạt chuẩn bán hàng", "SQL"),
            Map.entry("SQL – sales qualified", "SQL"),
            Map.entry("Đủ tiêu chuẩn bán hàng", "SQL"),
            Map.entry("Đạt chuẩn bán hàng", "SQL"),
            Map.entry("Sales qualified", "SQL"),
            Map.entry("Sales qualified lead", "SQL"),
            Map.entry("Cơ hội", "OPPORTUNITY"),
            Map.entry("Khách hàng", "CUSTOMER"),
            Map.entry("Người ủng hộ", "EVANGELIST"),
            Map.entry("Khác", "OTHER"));

    /** The fields that contacts and companies share, in the order in which a screen offers them. */
    static final List<Field> FIELDS = List.of(
            Field.of("owner", "người phụ trách", "chủ sở hữu", "nhân viên", "owner", "sales agent", "account owner")
                    .naming("name", "email"),
            Field.of(
                            "lifecycleStage",
                            "giai đoạn",
                            "giai đoạn vòng đời",
                            "trạng thái",
                            "lifecycle stage",
                            "stage",
                            "status")
                    .oneOf(names(LifecycleStage.values()))
                    .called(STAGES),
            Field.of("lifecycleSince", "ngày vào giai đoạn", "từ ngày", "since", "stage date"),
            Field.of("customerStatus", "tình trạng khách hàng", "customer status")
                    .oneOf(names(CustomerStatus.values())),
            Field.of("source.channel", "nguồn", "kênh", "source", "lead source", "utm source", "channel"),
            Field.of("source.campaign", "chiến dịch", "campaign", "utm campaign"),
            Field.of("source.medium", "phương tiện", "medium", "utm medium"),
            Field.of("tags", "nhãn", "thẻ", "tag", "tags", "labels"),
            Field.of("address.line", "số nhà", "đường", "số nhà, đường", "street", "address line", "address 1"),
            Field.of("address.ward", "phường", "xã", "phường xã", "ward", "commune"),
            Field.of(
                    "address.province",
                    "tỉnh",
                    "tỉnh thành",
                    "thành phố",
                    "tỉnh/thành phố",
                    "province",
                    "city",
                    "state"),
            Field.of("address.text", "địa chỉ", "address", "office location", "location"));

    private ImportCells() {}

    /** The fields of a kind, with those that the company added. */
    static List<Field> with(List<Field> own, Collection<CustomField> added) {
        List<Field> fields = new ArrayList<>(own);
        for (CustomField field : added) {
            if (!field.archived()) {
                Field cell = Field.of(
                        CUSTOM + field.key(), field.label().vi(), field.label().en(), field.key());
                fields.add(field.type() == CustomField.Type.CHOICE ? cell.oneOf(field.choices()) : cell);
            }
        }
        return fields;
    }

    /** The cells of the company's own fields, by their keys. */
    static Map<String, Object> custom(Row row) {
        Map<String, Object> values = new HashMap<>();
        row.values().forEach((field, cell) -> {
            if (field.startsWith(CUSTOM)) {
                values.put(field.substring(CUSTOM.length()), cell);
            }
        });
        return values;
    }

    /** Several in one cell, between semicolons, commas, bars or line breaks. */
    static List<String> list(@Nullable String cell) {
        if (cell == null) {
            return List.of();
        }
        return BETWEEN.splitAsStream(cell).filter(part -> !part.isBlank()).toList();
    }

    static @Nullable LifecycleStage stage(Row row) {
        return Columns.stage(row.get("lifecycleStage"));
    }

    static @Nullable CustomerStatus customerStatus(Row row) {
        return Columns.customerStatus(row.get("customerStatus"));
    }

    /** What is wrong, told of the cell that it was read from: {@code email} where the record has {@code emails[0]}. */
    static List<Invalid.FieldError> ofCells(Invalid wrong) {
        return wrong.errors().stream()
                .map(error -> {
                    String field = error.field().replaceFirst("\\[\\d+]$", "");
                    String cell = switch (field) {
                        case "emails" -> "email";
                        case "phones" -> "phone";
                        default -> field;
                    };
                    return new Invalid.FieldError(cell, error.code(), error.args());
                })
                .toList();
    }

    /** An ISO date or instant, or a date as Vietnamese write it; no later than now. */
    static @Nullable Instant moment(Row row, String field, ZoneId zone, Instant now) {
        String cell = row.get(field);
        if (cell == null) {
            return null;
        }
        Instant moment = read(cell, field, zone);
        if (moment.isAfter(now)) {
            throw new Invalid(field, "in-the-future");
        }
        return moment;
    }

    private static Instant read(String cell, String field, ZoneId zone) {
        try {
            if (cell.indexOf('T') > 0) {
                return Dates.within(Instant.parse(cell), field);
            }
            LocalDate day = cell.indexOf('/') > 0 ? LocalDate.parse(cell, VIETNAMESE) : LocalDate.parse(cell);
            return Dates.within(day, field).atStartOfDay(zone).toInstant();
        } catch (DateTimeException notADate) {
            throw new Invalid(field, "not-a-date");
        }
    }

    static @Nullable Integer count(Row row, String field) {
        String cell = row.get(field);
        if (cell == null) {
            return null;
        }
        try {
            return Integer.valueOf(cell.replaceAll("[.,\\s](?=\\d{3}(?!\\d))", ""));
        } catch (NumberFormatException notANumber) {
            throw new Invalid(field, "not-a-number");
        }
    }

    static Source source(Row row) {
        return Columns.source(row.get("source.channel"), row.get("source.campaign"), row.get("source.medium"));
    }

    /** What names no province or ward of today stays in the text, where somebody can still read it. */
    static Address address(Row row) {
        String province = row.get("address.province");
        String ward = row.get("address.ward");
        String line = row.get("address.line");
        String text = row.get("address.text");
        var found = province == null
                ? null
                : AdministrativeUnits.provinceNamed(province).orElse(null);
        var foundWard = ward == null || found == null
                ? null
                : AdministrativeUnits.wardNamed(ward, found.code()).orElse(null);
        boolean understood = (province == null || found != null) && (ward == null || foundWard != null);
        if (!understood && text == null) {
            List<String> parts = new ArrayList<>(Arrays.asList(line, ward, province));
            parts.removeIf(part -> part == null);
            text = String.join(", ", parts);
        }
        return Address.of(found == null ? null : found.code(), foundWard == null ? null : foundWard.code(), line, text);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
