package vn.songhanh.contacts;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.AdministrativeUnits.Province;
import vn.songhanh.contacts.AdministrativeUnits.Ward;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/**
 * An address of two tiers. On input the province and ward can be given by code or by name; on output both stand.
 *
 * @param text the address as it was written, kept when its parts could not all be told apart
 */
public record Address(
        @Nullable String provinceCode,
        @Nullable String province,
        @Nullable String wardCode,
        @Nullable String ward,
        @Nullable String line,
        @Nullable String text) {

    public static final Address NONE = new Address(null, null, null, null, null, null);

    /** From what is stored. */
    public static Address of(
            @Nullable String provinceCode, @Nullable String wardCode, @Nullable String line, @Nullable String text) {
        if (provinceCode == null && wardCode == null && line == null && text == null) {
            return NONE;
        }
        Province province = AdministrativeUnits.province(provinceCode);
        Ward ward = AdministrativeUnits.ward(wardCode);
        return new Address(
                provinceCode,
                province == null ? null : province.name(),
                wardCode,
                ward == null ? null : ward.name(),
                line,
                text);
    }

    /** Codes found for names, names for codes; a ward tells its province. */
    Address checked(Invalid.Check check) {
        if (equals(NONE)) {
            return this;
        }
        Ward foundWard = AdministrativeUnits.ward(blank(wardCode));
        check.that(blank(wardCode) == null || foundWard != null, "address.wardCode", "unknown-ward");
        String code = blank(provinceCode) == null && foundWard != null ? foundWard.provinceCode() : blank(provinceCode);
        Province foundProvince = AdministrativeUnits.province(code);
        check.that(code == null || foundProvince != null, "address.provinceCode", "unknown-province");
        if (code == null && blank(province) != null) {
            foundProvince =
                    AdministrativeUnits.provinceNamed(String.valueOf(province)).orElse(null);
            check.that(foundProvince != null, "address.province", "unknown-province");
        }
        if (blank(wardCode) == null && blank(ward) != null) {
            // Wards of one name are in many provinces.
            check.that(code != null || blank(province) != null, "address.province", "required");
        }
        if (blank(wardCode) == null && blank(ward) != null && foundProvince != null) {
            foundWard = AdministrativeUnits.wardNamed(String.valueOf(ward), foundProvince.code())
                    .orElse(null);
            check.that(foundWard != null, "address.ward", "unknown-ward");
        }
        check.that(
                foundWard == null
                        || foundProvince == null
                        || foundWard.provinceCode().equals(foundProvince.code()),
                "address.wardCode",
                "ward-of-another-province");
        String cleanLine = Text.cleanOrNull(line, "address.line");
        String cleanText = Text.cleanOrNull(text, "address.text");
        check.that(cleanLine == null || cleanLine.length() <= 300, "address.line", "too-long", Map.of("max", 300));
        check.that(cleanText == null || cleanText.length() <= 600, "address.text", "too-long", Map.of("max", 600));
        return of(
                foundProvince == null ? null : foundProvince.code(),
                foundWard == null ? null : foundWard.code(),
                cleanLine,
                cleanText);
    }

    /** The input that would have made it: without the names, so that a changed code is not contradicted by an old one. */
    public Address input() {
        return new Address(provinceCode, null, wardCode, null, line, text);
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
