package vn.songhanh.workspace.changes;

import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.shared.WriteWatch;

/** Lets {@link Changes} hear of every statement, whichever way it goes to the database. */
@Configuration(proxyBeanMethods = false)
class WriteListening {

    @Bean
    ExecuteListenerProvider statements(Changes changes) {
        return new DefaultExecuteListenerProvider(new ExecuteListener() {
            @Override
            public void executeEnd(ExecuteContext context) {
                // A statement that found no row has changed none, as far as that is known.
                if (context.rows() != 0) {
                    for (String sql : context.batchSQL()) {
                        changes.wrote(sql);
                    }
                }
            }
        });
    }

    @Bean
    DefaultConfigurationCustomizer statementsPastJooq(Changes changes) {
        return configuration -> configuration.data(WriteWatch.class, changes);
    }
}
