package vn.songhanh.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class LateWritesTest {

    /** Of a kind that nobody listens to. */
    private static final String WRITE = """
            insert into workspace.event (id, at, type, version, aggregate, actor, via, payload)
            values (?, now(), 'NothingHappened', 1, ?, ?, ?, ?)""";

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    private final UUID aggregate = Ids.next();

    private void in(int propagation, Consumer<TransactionStatus> work) {
        TransactionTemplate inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(propagation);
        inner.executeWithoutResult(work);
    }

    private void write(UUID id) {
        LateWrites.add(db, WRITE, id, aggregate, null, "API", "{\"name\": \"Nguyễn; ? 'Văn'\"}");
    }

    private void write() {
        write(Ids.next());
    }

    private int written() {
        return db.fetch("select from workspace.event where aggregate = ?", aggregate)
                .size();
    }

    @Test
    void they_wait_for_the_commit_and_then_are_all_there() {
        transaction.executeWithoutResult(status -> {
            write();
            write();
            write();
        });

        assertThat(written()).isEqualTo(3);
        assertThat(db.fetchValue(
                        "select distinct payload ->> 'name' from workspace.event where aggregate = ?", aggregate))
                .isEqualTo("Nguyễn; ? 'Văn'");
    }

    @Test
    void the_next_statement_of_the_transaction_finds_them() {
        transaction.executeWithoutResult(status -> {
            write();
            assertThat(written()).isEqualTo(1);
            write();
            assertThat(written()).isEqualTo(2);
        });
    }

    @Test
    void what_is_written_just_before_the_commit_is_there_too() {
        transaction.executeWithoutResult(status -> {
            write();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    write();
                }
            });
        });

        assertThat(written()).isEqualTo(2);
    }

    @Test
    void no_more_than_some_wait() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < LateWrites.MOST; i++) {
                write();
            }
            // Past what would send them first.
            db.connection(connection -> {
                try (var counted = connection
                        .createStatement()
                        .executeQuery("select count(*) from workspace.event where aggregate = '" + aggregate + "'")) {
                    counted.next();
                    assertThat(counted.getInt(1)).isEqualTo(LateWrites.MOST);
                }
            });
        });
    }

    @Test
    void they_go_with_a_transaction_that_fails() {
        transaction.executeWithoutResult(status -> {
            write();
            status.setRollbackOnly();
        });

        assertThat(written()).isZero();
    }

    @Test
    void rolling_back_to_a_savepoint_takes_what_was_written_since_and_no_more() {
        UUID kept = Ids.next();

        transaction.executeWithoutResult(status -> {
            write(kept);
            in(TransactionDefinition.PROPAGATION_NESTED, inner -> {
                write();
                inner.setRollbackOnly();
            });
        });

        assertThat(written()).isEqualTo(1);
        assertThat(db.fetchValue("select id from workspace.event where aggregate = ?", aggregate))
                .isEqualTo(kept);
    }

    @Test
    void what_waited_at_the_savepoint_stays_also_when_it_was_sent_since() {
        UUID kept = Ids.next();

        transaction.executeWithoutResult(status -> {
            write(kept);
            in(TransactionDefinition.PROPAGATION_NESTED, inner -> {
                write();
                assertThat(written()).isEqualTo(2);
                inner.setRollbackOnly();
            });
            assertThat(written()).isEqualTo(1);
        });

        assertThat(db.fetchValue("select id from workspace.event where aggregate = ?", aggregate))
                .isEqualTo(kept);
    }

    @Test
    void a_transaction_of_its_own_in_between_has_its_own() {
        transaction.executeWithoutResult(status -> {
            write();
            in(TransactionDefinition.PROPAGATION_REQUIRES_NEW, inner -> write());
            status.setRollbackOnly();
        });

        assertThat(written()).isEqualTo(1);
    }

    @Test
    void what_the_database_refuses_fails_the_transaction() {
        UUID id = Ids.next();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    write(id);
                    write(id);
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    write();
                    LateWrites.add(db, WRITE, Ids.next(), null, null, "API", "{}");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(written()).isZero();
    }

    @Test
    void without_a_transaction_they_do_not_wait() {
        write();

        assertThat(written()).isEqualTo(1);
    }
}
