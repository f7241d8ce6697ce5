package vn.songhanh.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Every test begins on Monday morning, whatever the one before it did. */
final class ClockReset implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext context) {
        context.getApplicationContext().getBean(TestClock.class).reset();
    }
}
