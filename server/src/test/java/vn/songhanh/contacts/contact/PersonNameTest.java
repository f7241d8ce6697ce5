package vn.songhanh.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.songhanh.shared.Invalid;

class PersonNameTest {

    @Test
    void a_full_name_divides_into_family_and_given_name() {
        PersonName name = PersonName.of("Đặng Thị  Thuỷ Tiên", null, null);

        assertThat(name).isEqualTo(new PersonName("Đặng Thị Thuỷ Tiên", "Đặng", "Tiên"));
    }

    @Test
    void a_name_of_one_word_is_the_given_name() {
        assertThat(PersonName.of("Bích", null, null)).isEqualTo(new PersonName("Bích", null, "Bích"));
    }

    @Test
    void the_parts_alone_make_the_full_name() {
        assertThat(PersonName.of(null, "Nguyễn Văn", "An").fullName()).isEqualTo("Nguyễn Văn An");
    }

    @Test
    void who_writes_the_given_name_first_can_say_so() {
        assertThat(PersonName.of("John Smith", "Smith", "John"))
                .isEqualTo(new PersonName("John Smith", "Smith", "John"));
    }

    @Test
    void a_part_that_the_full_name_does_not_hold_is_refused() {
        assertThatThrownBy(() -> PersonName.of("Nguyễn Văn An", null, "Bình"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("givenName");
    }

    @Test
    void nobody_is_without_a_name() {
        assertThatThrownBy(() -> PersonName.of(null, null, null))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("required");
    }

    @Test
    void an_edited_full_name_divides_anew() {
        PersonName an = PersonName.of("Nguyễn Văn An", null, null);

        assertThat(an.edited("Trần Bình", "Nguyễn", "An")).isEqualTo(new PersonName("Trần Bình", "Trần", "Bình"));
    }

    @Test
    void an_edited_given_name_changes_the_full_name() {
        PersonName an = PersonName.of("Nguyễn Văn An", null, null);

        assertThat(an.edited("Nguyễn Văn An", "Nguyễn", "Ân").fullName()).isEqualTo("Nguyễn Văn Ân");
        assertThat(an.edited("Nguyễn Văn An", "Lê", "An").fullName()).isEqualTo("Lê Văn An");
    }

    @Test
    void a_file_that_names_a_part_leaves_the_others() {
        PersonName an = PersonName.of("Nguyễn Văn An", null, null);
        PersonName binh = PersonName.of(null, null, "Bình");

        assertThat(an.filledWith(binh, Set.of("givenName"))).isEqualTo(PersonName.of("Nguyễn Văn Bình", null, null));
        assertThat(an.filledWith(PersonName.of(null, "Lê", null), Set.of("familyName"))
                        .fullName())
                .isEqualTo("Lê Văn An");
        assertThat(an.filledWith(PersonName.of(null, "Nguyễn Văn", "An"), Set.of("familyName", "givenName")))
                .as("the middle name stands with the family's in many files")
                .isEqualTo(new PersonName("Nguyễn Văn An", "Nguyễn Văn", "An"));
        assertThat(an.filledWith(binh, Set.of("jobTitle"))).isEqualTo(an);
        assertThat(an.filledWith(PersonName.of("Trần Bình", null, null), Set.of("fullName"))
                        .fullName())
                .isEqualTo("Trần Bình");
    }
}
