package vn.songhanh.workspace.exports;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

/** The least that can be exported: the numbers from 1 to what is searched for. They stand in for pipelines. */
class Numbers implements ExportSource {

    private static final Field<Integer> NUMBER = DSL.field(DSL.name("number"), SQLDataType.INTEGER);
    private static final Field<UUID> NOBODY = DSL.castNull(SQLDataType.UUID);

    /** The number at which reading breaks; 0 for never. */
    volatile int brokenAt;

    /** The number at which reading waits until it may go on. */
    volatile int waitsAt;

    volatile CountDownLatch mayGoOn = new CountDownLatch(0);

    @TestConfiguration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        Numbers exportableNumbers() {
            return new Numbers();
        }
    }

    @Override
    public RecordKind kind() {
        return SalesKinds.PIPELINE;
    }

    @Override
    public List<Column<?>> columns(Viewer viewer) {
        return List.of(Column.of("number", NUMBER, this::read));
    }

    private Object read(int number) {
        if (number == brokenAt) {
            throw new IllegalStateException("broken at " + number);
        }
        if (number == waitsAt) {
            try {
                if (!mayGoOn.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody came");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return number;
    }

    @Override
    public Rows rows(Query query, FilterField.Context context) {
        return new Rows(
                DSL.table("generate_series(1, {0}) as numbers(number)", DSL.val(Integer.valueOf(query.q()))),
                NOBODY,
                NOBODY,
                DSL.noCondition(),
                List.of(NUMBER));
    }
}
