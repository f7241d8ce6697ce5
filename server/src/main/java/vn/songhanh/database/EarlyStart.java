package vn.songhanh.database;

import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Starts the embedded PostgreSQL while Spring is still reading its configuration: the one mostly waits, the other
 * computes. With {@code SONGHANH_DATABASE_URL} it does nothing.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class EarlyStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().getProperty("SONGHANH_DATABASE_URL", "").isEmpty()) {
            return;
        }
        String folder = context.getEnvironment().getProperty("SONGHANH_DATA_DIR", "");
        EmbeddedDatabase database = new EmbeddedDatabase(Path.of(folder.isEmpty() ? "data" : folder));
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("embeddedDatabase", database);
        beans.registerDisposableBean("embeddedDatabase", database::close);
    }
}
