package vn.songhanh.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Looks at the settings before anything is started with them, and works out the ones that follow from others. */
@Order(0)
class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        List<String> problems = new ArrayList<>();
        Map<String, Object> found = secretsInFiles(environment, problems);
        environment.getPropertySources().addFirst(new MapPropertySource("secrets in files", found));
        for (Setting setting : Setting.values()) {
            value(environment, setting)
                    .flatMap(value -> setting.fault(value)
                            .map(fault -> setting + (setting.isSecret() ? "" : "=" + value) + " " + fault))
                    .ifPresent(problems::add);
        }
        problems.addAll(unknown(environment));
        problems.addAll(contradictions(environment));
        if (!problems.isEmpty()) {
            throw new WrongSettings(problems);
        }
        Map<String, Object> derived = new HashMap<>();
        derived.put("spring.servlet.multipart.location", uploads(environment).toString());
        if (environment.getProperty("management.server.port") == null) {
            derived.put("management.server.port", managementPort(environment));
        }
        environment.getPropertySources().addLast(new MapPropertySource("derived settings", derived));
    }

    private static Map<String, Object> secretsInFiles(ConfigurableEnvironment environment, List<String> problems) {
        Map<String, Object> secrets = new HashMap<>();
        for (Setting setting : Setting.values()) {
            String file = setting.isSecret() ? environment.getProperty(setting.file(), "") : "";
            if (!file.isEmpty()) {
                try {
                    secrets.put(setting.name(), Files.readString(Path.of(file)).stripTrailing());
                } catch (IOException | RuntimeException e) {
                    problems.add(setting.file() + "=" + file + " cannot be read");
                }
            }
        }
        return secrets;
    }

    /** A misspelt name would otherwise be passed over in silence, and the data land somewhere else. */
    private static List<String> unknown(ConfigurableEnvironment environment) {
        return new TreeSet<>(environment.getSystemEnvironment().keySet())
                .stream()
                        .filter(name -> name.startsWith("SONGHANH_") && !Setting.isKnown(name))
                        .map(name -> name + " is not a setting of Song Hành")
                        .toList();
    }

    private static List<String> contradictions(ConfigurableEnvironment environment) {
        List<String> problems = new ArrayList<>();
        boolean external = isSet(environment, Setting.SONGHANH_DATABASE_URL);
        if (external && !isSet(environment, Setting.SONGHANH_DATABASE_USER)) {
            problems.add("SONGHANH_DATABASE_USER is missing beside SONGHANH_DATABASE_URL");
        }
        for (Setting setting : List.of(
                Setting.SONGHANH_DATABASE_USER,
                Setting.SONGHANH_DATABASE_PASSWORD,
                Setting.SONGHANH_DATABASE_OWNER_USER,
                Setting.SONGHANH_DATABASE_OWNER_PASSWORD)) {
            if (!external && isSet(environment, setting)) {
                problems.add(setting + " has no meaning without SONGHANH_DATABASE_URL");
            }
        }
        Optional<String> port = value(environment, Setting.SERVER_PORT).filter(value -> !value.equals("0"));
        if (port.isPresent() && port.equals(value(environment, Setting.MANAGEMENT_SERVER_PORT))) {
            problems.add("MANAGEMENT_SERVER_PORT must differ from SERVER_PORT");
        }
        needs(environment, Setting.SONGHANH_OWNER_EMAIL, Setting.SONGHANH_OWNER_PASSWORD, problems);
        needs(environment, Setting.SONGHANH_OWNER_PASSWORD, Setting.SONGHANH_OWNER_EMAIL, problems);
        needs(environment, Setting.SONGHANH_OWNER_API_KEY, Setting.SONGHANH_OWNER_EMAIL, problems);
        return problems;
    }

    private static void needs(
            ConfigurableEnvironment environment, Setting setting, Setting needed, List<String> problems) {
        if (isSet(environment, setting) && !isSet(environment, needed)) {
            problems.add(setting + " needs " + needed + " beside it");
        }
    }

    private static boolean isSet(ConfigurableEnvironment environment, Setting setting) {
        return value(environment, setting).isPresent();
    }

    private static Optional<String> value(ConfigurableEnvironment environment, Setting setting) {
        return Optional.ofNullable(environment.getProperty(setting.name())).filter(value -> !value.isEmpty());
    }

    /** Uploads arrive beside the other data, not in a temporary folder that may be a piece of memory. */
    private static Path uploads(ConfigurableEnvironment environment) {
        Path folder = Path.of(value(environment, Setting.SONGHANH_DATA_DIR).orElse("data"))
                .resolve("uploads")
                .toAbsolutePath()
                .normalize();
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new WrongSettings(List.of("SONGHANH_DATA_DIR: " + folder + " cannot be made (" + e + ")"));
        }
    }

    /** Beside the product's own port where that is free: two instances on one machine then never get in each other's way. */
    private static int managementPort(ConfigurableEnvironment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port <= 0 || port == 65_535) {
            return 0;
        }
        try (ServerSocket socket = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }
}
