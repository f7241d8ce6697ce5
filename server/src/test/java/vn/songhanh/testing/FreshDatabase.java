package vn.songhanh.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** Points an application under test to a database of its own. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.fresh();
        Map<String, Object> settings = Map.of(
                "SONGHANH_DATABASE_URL", database.url(),
                "SONGHANH_DATABASE_USER", database.application().user(),
                "SONGHANH_DATABASE_PASSWORD", database.application().password(),
                "SONGHANH_DATABASE_OWNER_USER", database.owner().user(),
                "SONGHANH_DATABASE_OWNER_PASSWORD", database.owner().password(),
                "SONGHANH_DATA_DIR", "target/test-data",
                "management.server.port", "-1",
                "spring.datasource.hikari.maximum-pool-size",
                        context.getEnvironment().getProperty("songhanh.test.connections", Integer.class, 5));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", settings));
    }
}
