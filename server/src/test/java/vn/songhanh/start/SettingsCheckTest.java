package vn.songhanh.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;

class SettingsCheckTest {

    @TempDir
    Path folder;

    @Test
    void one_message_lists_every_problem() {
        assertThatThrownBy(() -> check(Map.of(
                        "SERVER_PORT", "abc",
                        "MANAGEMENT_SERVER_PORT", "70000",
                        "SONGHANH_PUBLIC_URL", "crm.example.vn",
                        "SONGHANH_SAMPLE_DATA", "yes",
                        "SONGHANH_DATABASE_URL", "mysql://localhost/crm",
                        "SONGHANH_OWNER_API_KEY", "secret")))
                .isInstanceOf(WrongSettings.class)
                .hasMessage("""
                        8 settings are wrong:
                          SERVER_PORT=abc must be a number from 0 to 65535
                          MANAGEMENT_SERVER_PORT=70000 must be a number from 0 to 65535
                          SONGHANH_PUBLIC_URL=crm.example.vn must be like https://crm.example.vn, without a path
                          SONGHANH_SAMPLE_DATA=yes must be true or false
                          SONGHANH_DATABASE_URL=mysql://localhost/crm must be like jdbc:postgresql://host:5432/database
                          SONGHANH_OWNER_API_KEY must be shk_ and at least 16 letters, digits, hyphens or underscores
                          SONGHANH_DATABASE_USER is missing beside SONGHANH_DATABASE_URL
                          SONGHANH_OWNER_API_KEY needs SONGHANH_OWNER_EMAIL beside it""");
    }

    @Test
    void a_misspelt_name_is_a_problem() {
        assertThatThrownBy(() -> check(Map.of("SONGHANH_DATABSE_URL", "jdbc:postgresql://localhost/crm")))
                .hasMessage("A setting is wrong: SONGHANH_DATABSE_URL is not a setting of Song Hành");
    }

    @Test
    void a_file_is_no_data_folder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> check(Map.of("SONGHANH_DATA_DIR", file.toString())))
                .hasMessageContaining("must be a folder, but " + file + " is a file");
    }

    @Test
    void the_two_ports_may_not_be_the_same() {
        assertThatThrownBy(() -> check(Map.of("SERVER_PORT", "8080", "MANAGEMENT_SERVER_PORT", "8080")))
                .hasMessage("A setting is wrong: MANAGEMENT_SERVER_PORT must differ from SERVER_PORT");
    }

    @Test
    void a_secret_may_stand_in_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "mưa rào tháng sáu\n");
        assertThat(check(Map.of("SONGHANH_OWNER_EMAIL", "lan@vidu.vn", "SONGHANH_OWNER_PASSWORD_FILE", file.toString()))
                        .getProperty("SONGHANH_OWNER_PASSWORD"))
                .isEqualTo("mưa rào tháng sáu");
        assertThatThrownBy(() -> check(Map.of("SONGHANH_OWNER_PASSWORD_FILE", file + ".gone")))
                .hasMessage("A setting is wrong: SONGHANH_OWNER_PASSWORD_FILE=" + file + ".gone cannot be read");
    }

    @Test
    void the_first_owner_is_held_to_the_rules_of_every_member() {
        assertThatThrownBy(() -> check(Map.of("SONGHANH_OWNER_EMAIL", "a@b", "SONGHANH_OWNER_PASSWORD", "password")))
                .hasMessageContaining("SONGHANH_OWNER_EMAIL=a@b must be an e-mail address, such as lan@congty.vn")
                .hasMessageContaining("SONGHANH_OWNER_PASSWORD is too easy to guess, or was leaked elsewhere");
        assertThatThrownBy(() -> check(Map.of("SONGHANH_OWNER_EMAIL", "a@b.vn", "SONGHANH_OWNER_PASSWORD", "ngắn")))
                .hasMessage("A setting is wrong: SONGHANH_OWNER_PASSWORD must have 8 to 128 characters");
    }

    @Test
    void proxies_are_named_by_address_or_network() {
        check(Map.of("SONGHANH_TRUSTED_PROXIES", "127.0.0.1, ::1,172.16.0.0/12"));
        for (String wrong : List.of("caddy", "127.0.0.1 10.0.0.1", "10.0.0.0/33")) {
            assertThatThrownBy(() -> check(Map.of("SONGHANH_TRUSTED_PROXIES", wrong)))
                    .as(wrong)
                    .hasMessageContaining("SONGHANH_TRUSTED_PROXIES=" + wrong + " must be addresses or networks");
        }
    }

    @Test
    void uploads_go_beside_the_other_data() {
        assertThat(check(Map.of()).getProperty("spring.servlet.multipart.location"))
                .isEqualTo(folder.resolve("data").resolve("uploads").toString());
        assertThat(folder.resolve("data").resolve("uploads")).isDirectory();
    }

    private StandardEnvironment check(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putIfAbsent("SONGHANH_DATA_DIR", folder.resolve("data").toString());
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            StandardEnvironment environment = new StandardEnvironment() {
                @Override
                public Map<String, Object> getSystemEnvironment() {
                    return all;
                }
            };
            context.setEnvironment(environment);
            new SettingsCheck().initialize(context);
            return environment;
        }
    }
}
