package vn.songhanh.workspace.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Problem;

/**
 * On an empty database: sets up what the environment says, or prints the link to the set-up page. It ends before the
 * product reports itself ready.
 */
@Component
class FirstRun implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstRun.class);

    private final Setup setup;
    private final Environment environment;

    FirstRun(Setup setup, Environment environment) {
        this.setup = setup;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!setup.needed()) {
            return;
        }
        String email = environment.getProperty("SONGHANH_OWNER_EMAIL", "");
        if (email.isBlank()) {
            log.info("Set up your workspace here: {}/setup?token={}", base(), setup.link());
            return;
        }
        String key = environment.getProperty("SONGHANH_OWNER_API_KEY", "");
        try {
            setup.found(new Setup.Founding(
                    "Song Hành",
                    null,
                    email,
                    environment.getProperty("SONGHANH_OWNER_PASSWORD"),
                    key.isEmpty() ? null : key,
                    environment.getProperty("SONGHANH_SAMPLE_DATA", Boolean.class, false)));
        } catch (Problem refused) {
            throw new IllegalStateException(
                    "The workspace cannot be set up from SONGHANH_OWNER_EMAIL and SONGHANH_OWNER_PASSWORD: "
                            + refused.getMessage(),
                    refused);
        }
    }

    private String base() {
        String publicUrl = environment.getProperty("SONGHANH_PUBLIC_URL", "");
        return publicUrl.isBlank()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : publicUrl.replaceFirst("/+$", "");
    }
}
