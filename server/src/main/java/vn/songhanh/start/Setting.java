package vn.songhanh.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import vn.songhanh.workspace.access.PasswordRule;
import vn.songhanh.workspace.members.MemberInput;

/** Every environment variable that the product reads, and what makes its value wrong. */
enum Setting {
    SERVER_PORT(Setting::port),
    MANAGEMENT_SERVER_PORT(Setting::port),
    SONGHANH_DATA_DIR(Setting::folder),
    SONGHANH_PUBLIC_URL(Setting::publicUrl),
    SONGHANH_SAMPLE_DATA(Setting::yesOrNo),
    SONGHANH_DATABASE_URL(Setting::databaseUrl),
    SONGHANH_DATABASE_USER(Setting::anything),
    SONGHANH_DATABASE_PASSWORD(Setting::anything, true),
    SONGHANH_DATABASE_OWNER_USER(Setting::anything),
    SONGHANH_DATABASE_OWNER_PASSWORD(Setting::anything, true),
    SONGHANH_OWNER_EMAIL(Setting::email),
    SONGHANH_OWNER_PASSWORD(Setting::password, true),
    SONGHANH_OWNER_API_KEY(Setting::apiKey, true),
    SONGHANH_TRUSTED_PROXIES(Setting::addresses),
    /** Read by bin/run only. */
    SONGHANH_JAVA_OPTS(Setting::anything);

    private final Function<String, @Nullable String> fault;
    private final boolean secret;

    Setting(Function<String, @Nullable String> fault) {
        this(fault, false);
    }

    Setting(Function<String, @Nullable String> fault, boolean secret) {
        this.fault = fault;
        this.secret = secret;
    }

    /** A secret may stand in a file instead, whose path {@code NAME_FILE} gives. */
    boolean isSecret() {
        return secret;
    }

    String file() {
        return name() + "_FILE";
    }

    /** What is wrong with the value, as the second half of a sentence. */
    Optional<String> fault(String value) {
        return Optional.ofNullable(fault.apply(value));
    }

    static boolean isKnown(String name) {
        return Arrays.stream(values())
                .anyMatch(setting -> setting.name().equals(name)
                        || setting.secret && setting.file().equals(name));
    }

    private static @Nullable String anything(String value) {
        return null;
    }

    private static @Nullable String port(String value) {
        try {
            int port = Integer.parseInt(value);
            return port >= -1 && port <= 65_535 ? null : "must be a number from 0 to 65535";
        } catch (NumberFormatException e) {
            return "must be a number from 0 to 65535";
        }
    }

    private static @Nullable String folder(String value) {
        try {
            Path folder = Path.of(value).toAbsolutePath();
            while (Files.notExists(folder) && folder.getParent() != null) {
                folder = folder.getParent();
            }
            if (!Files.isDirectory(folder)) {
                return "must be a folder, but " + folder + " is a file";
            }
            return Files.isWritable(folder) ? null : "must be a folder that may be written to; " + folder + " may not";
        } catch (InvalidPathException e) {
            return "must be the path of a folder";
        }
    }

    private static @Nullable String publicUrl(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare = uri.getPath() == null
                    || uri.getPath().isEmpty()
                    || uri.getPath().equals("/");
            return web && uri.getHost() != null && bare && uri.getQuery() == null
                    ? null
                    : "must be like https://crm.example.vn, without a path";
        } catch (URISyntaxException e) {
            return "must be like https://crm.example.vn, without a path";
        }
    }

    private static @Nullable String yesOrNo(String value) {
        return value.equals("true") || value.equals("false") ? null : "must be true or false";
    }

    private static @Nullable String databaseUrl(String value) {
        return value.matches("jdbc:postgresql://[^/\\s]+/[^\\s]+")
                ? null
                : "must be like jdbc:postgresql://host:5432/database";
    }

    private static @Nullable String email(String value) {
        return MemberInput.isEmail(value) ? null : "must be an e-mail address, such as lan@congty.vn";
    }

    private static @Nullable String password(String value) {
        return PasswordRule.fault(value, "password")
                .map(fault -> fault.code().equals("password-well-known")
                        ? "is too easy to guess, or was leaked elsewhere"
                        : "must have 8 to 128 characters")
                .orElse(null);
    }

    private static @Nullable String addresses(String value) {
        for (String address : value.split(",")) {
            try {
                new IpAddressMatcher(address.strip());
            } catch (IllegalArgumentException neither) {
                return "must be addresses or networks with commas between them, such as 127.0.0.1,10.0.0.0/8";
            }
        }
        return null;
    }

    private static @Nullable String apiKey(String value) {
        return value.matches("shk_[A-Za-z0-9_-]{16,}")
                ? null
                : "must be shk_ and at least 16 letters, digits, hyphens or underscores";
    }
}
