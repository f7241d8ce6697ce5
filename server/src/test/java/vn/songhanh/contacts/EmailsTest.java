package vn.songhanh.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.songhanh.contacts.company.Company;

class EmailsTest {

    @Test
    void the_letters_of_a_domain_and_their_punycode_are_one_address() {
        assertThat(Emails.parse("An@xn--ph-rbt.vn")).contains("an@phở.vn").isEqualTo(Emails.parse("an@Phở.VN"));
        assertThat(Emails.parse("an@x.vn")).contains("an@x.vn");
        assertThat(Company.domain("https://www.xn--ph-rbt.vn/menu")).isEqualTo(Company.domain("phở.vn"));
    }
}
