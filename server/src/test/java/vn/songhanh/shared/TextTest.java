package vn.songhanh.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class TextTest {

    @Autowired
    DSLContext db;

    @Test
    void every_character_is_folded_as_the_database_folds_it() {
        List<String> otherwise = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        db.fetch("""
                        select chr(c) as it, public.fold(chr(c)) as folded,
                               public.unaccent('public.unaccent'::regdictionary, chr(c)) <> chr(c) as by_rule
                        from generate_series(1, 1114111) as c where c not between 55296 and 57343
                        """).forEach(row -> {
            String it = row.get("it", String.class);
            if (!Text.fold(it).equals(row.get("folded", String.class))) {
                otherwise.add("%04X".formatted(it.codePointAt(0)));
            }
            if (Boolean.TRUE.equals(row.get("by_rule", Boolean.class))) {
                rules.add(it);
            }
        });
        assertThat(rules).hasSizeGreaterThan(2_600);
        assertThat(otherwise).isEmpty();
    }

    @Test
    void names_are_folded_as_the_database_folds_them() {
        assertThat(List.of(
                        "Đặng Thị Thuỷ Tiên",
                        "Dịch vụ – Thương mại",
                        "L’Oréal “Straße” ½ ΌΣΟΣ",
                        "Łódź Ørsted İstanbul",
                        "Е\u0308жик が 한국 ﬁn",
                        "D\u0323i\u0323ch vu\u0323"))
                .allSatisfy(name -> assertThat(Text.fold(name))
                        .isEqualTo(db.fetchValue("select public.fold(?)", name))
                        .isEqualTo(Text.fold(Text.fold(name))));
        assertThat(Text.fold("Dịch vụ – Thương mại")).isEqualTo("dich vu - thuong mai");
    }
}
