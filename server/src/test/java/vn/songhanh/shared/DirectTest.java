package vn.songhanh.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.testing.SongHanhTest;

/** Statements that pass jOOQ by are refused in the same words. */
@SongHanhTest
class DirectTest {

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_value_that_cannot_be_is_refused_as_everywhere() {
        assertThatThrownBy(() -> Row.all(db, "select 1 / ?", Row::number, 0))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void of_two_who_wait_for_each_other_one_is_told_that_they_crossed() throws Exception {
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> both =
                    threads.invokeAll(List.of(holding(bothHaveOne, 11, 12), holding(bothHaveOne, 12, 11)));

            assertThat(both).filteredOn(Future::state, Future.State.SUCCESS).hasSize(1);
            Future<Boolean> refused = both.stream()
                    .filter(each -> each.state() == Future.State.FAILED)
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(refused::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(PessimisticLockingFailureException.class);
        }
    }

    private Callable<Boolean> holding(CyclicBarrier bothHaveOne, int first, int second) {
        return () -> Objects.requireNonNull(transaction.execute(status -> {
            hold(first);
            try {
                bothHaveOne.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            hold(second);
            return true;
        }));
    }

    private void hold(int key) {
        Row.all(db, "select 1 from pg_advisory_xact_lock(?, 4711)", Row::number, key);
    }
}
