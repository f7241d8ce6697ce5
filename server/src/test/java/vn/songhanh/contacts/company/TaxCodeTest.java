package vn.songhanh.contacts.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"0300588569", "0101248141", "0100109106", "0101243150", "0300588569-001", "001203004567"})
    void codes_that_were_issued_check(String code) {
        assertThat(TaxCode.parse(code)).map(TaxCode::value).contains(code);
        assertThat(TaxCode.parse(code)).map(TaxCode::checks).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0300588560", "0300588569-001 ", "0300588561-002"})
    void a_wrong_last_digit_is_told_from_a_wrong_shape(String code) {
        Optional<TaxCode> parsed = TaxCode.parse(code);

        assertThat(parsed).isPresent();
        assertThat(parsed.map(TaxCode::checks)).contains(code.startsWith("0300588569"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "03005885690", "0300588569-000", "0300588569-01", "030058856X", "0012030045678"})
    void other_shapes_are_no_tax_codes(String code) {
        assertThat(TaxCode.parse(code).filter(TaxCode::checks)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0312687878-001", "0312687878 001", "0312687878001"})
    void a_branch_has_its_hyphen(String code) {
        assertThat(TaxCode.parse(code)).map(TaxCode::value).contains("0312687878-001");
        assertThat(TaxCode.parse(code)).map(TaxCode::isBranch).contains(true);
    }
}
