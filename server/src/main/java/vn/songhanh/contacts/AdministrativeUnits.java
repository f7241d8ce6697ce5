package vn.songhanh.contacts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Text;

/** Vietnam's two tiers since July 2025: 34 provinces, and the 3,321 wards, communes and special zones in them. */
public final class AdministrativeUnits {

    /** @param formerly the provinces that were merged into it, whose names are still in many an address */
    public record Province(String code, String name, List<String> formerly) {}

    public record Ward(String code, String name, String provinceCode) {}

    private static final Pattern RANK =
            Pattern.compile("^(thanh pho|tinh|tp\\.?|phuong|xa|dac khu|thi tran|p\\.|x\\.)\\s*");

    private static final Map<String, Province> PROVINCES = new LinkedHashMap<>();
    private static final Map<String, Ward> WARDS = new LinkedHashMap<>();
    private static final Map<String, Province> PROVINCES_BY_NAME = new HashMap<>();
    private static final Map<String, List<Ward>> WARDS_BY_NAME = new HashMap<>();

    static {
        try (var stream = AdministrativeUnits.class.getResourceAsStream("administrative-units.tsv");
                var reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(AdministrativeUnits::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AdministrativeUnits() {}

    private static void add(String line) {
        String[] parts = line.split("\t", -1);
        if (parts[0].equals("P")) {
            List<String> formerly = parts[3].isEmpty() ? List.of() : List.of(parts[3].split(", "));
            Province province = new Province(parts[1], parts[2], formerly);
            PROVINCES.put(province.code(), province);
            PROVINCES_BY_NAME.put(bare(province.name()), province);
            formerly.forEach(name -> PROVINCES_BY_NAME.put(bare(name), province));
        } else {
            Ward ward = new Ward(parts[1], parts[2], parts[3]);
            WARDS.put(ward.code(), ward);
            WARDS_BY_NAME
                    .computeIfAbsent(bare(ward.name()), name -> new ArrayList<>())
                    .add(ward);
        }
    }

    static Collection<Province> provinces() {
        return PROVINCES.values();
    }

    public static @Nullable Province province(@Nullable String code) {
        return code == null ? null : PROVINCES.get(code);
    }

    static @Nullable Ward ward(@Nullable String code) {
        return code == null ? null : WARDS.get(code);
    }

    /** By name, with or without its rank, accents and case; the name of a province that was merged finds the new one. */
    public static Optional<Province> provinceNamed(String name) {
        return Optional.ofNullable(PROVINCES_BY_NAME.get(bare(name)));
    }

    /** Empty also when several wards of the province have the name but for their accents, none of them written so. */
    public static Optional<Ward> wardNamed(String name, String provinceCode) {
        List<Ward> candidates = WARDS_BY_NAME.getOrDefault(bare(name), List.of()).stream()
                .filter(ward -> ward.provinceCode().equals(provinceCode))
                .toList();
        if (candidates.size() == 1) {
            return Optional.of(candidates.getFirst());
        }
        return candidates.stream()
                .filter(ward -> ward.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** The wards whose name holds {@code needle}, those that begin with it first. */
    static List<Ward> wards(@Nullable String provinceCode, String needle, int limit) {
        String folded = Text.fold(needle.strip());
        List<Ward> beginning = new ArrayList<>();
        List<Ward> holding = new ArrayList<>();
        for (Ward ward : WARDS.values()) {
            if (provinceCode != null && !ward.provinceCode().equals(provinceCode)) {
                continue;
            }
            if (bare(ward.name()).startsWith(folded)) {
                beginning.add(ward);
            } else if (Text.fold(ward.name()).contains(folded)) {
                holding.add(ward);
            }
        }
        beginning.addAll(holding);
        return beginning.size() > limit ? List.copyOf(beginning.subList(0, limit)) : beginning;
    }

    private static String bare(String name) {
        return RANK.matcher(Text.fold(name.strip())).replaceFirst("");
    }
}
