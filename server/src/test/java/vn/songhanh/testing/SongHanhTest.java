package vn.songhanh.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole product on a random port and an empty database, with a {@link TestClock}, {@link TestTimers} and
 * {@link TestImports}. Tests that ask for the same
 * properties share one start and one database, so each makes the records that it needs; one that needs an untouched
 * database says so with {@code @DirtiesContext}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"logging.level.root=warn", "spring.main.log-startup-info=false"})
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({ApiConfiguration.class, TestClockConfiguration.class, TestTimers.class, TestImports.class, Crossing.class})
@TestExecutionListeners(listeners = ClockReset.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface SongHanhTest {}
