package vn.songhanh.referees;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Where all of a race wait for each other: before the first statement that changes or locks something. So everybody has
 * looked before anybody acts, which chance alone would seldom bring about.
 */
@TestConfiguration(proxyBeanMethods = false)
class StartLine implements WebMvcConfigurer {

    /** Mere reading holds up nobody; whatever else is said to the database may, functions of its own among it. */
    private static final Pattern LOOKS = Pattern.compile(
            "(?is)\\s*select\\b(?!.*(\\bfor (no key )?(update|share)\\b|advisory|\\w\"?\\.\"?\\w+\"?\\()).*");

    /** Who waits behind another for something but the database would wait for ever: then the others go on without him. */
    private static final long PATIENCE_SECONDS = 10;

    /** @param line with a place for each of those who have not yet come or ended */
    private record Runner(Phaser line, boolean[] isUnderWay) {}

    private static final ThreadLocal<@Nullable Runner> runner = new ThreadLocal<>();

    private volatile @Nullable Phaser line;

    /** Whoever comes from now on is one of that many. */
    void draw(int many) {
        line = new Phaser(many);
    }

    void lift() {
        line = null;
    }

    /** Runs what comes by no request. */
    void run(Runnable work) {
        enter();
        try {
            setOff();
            work.run();
        } finally {
            leave();
        }
    }

    private void enter() {
        Phaser drawn = line;
        if (drawn != null) {
            runner.set(new Runner(drawn, new boolean[1]));
        }
    }

    /** What a door writes before, such as when a key was used, is no part of the race. */
    private static void setOff() {
        Runner self = runner.get();
        if (self != null) {
            self.isUnderWay()[0] = true;
        }
    }

    private void arrive(@Nullable String statement) {
        Runner self = runner.get();
        if (self == null
                || !self.isUnderWay()[0]
                || statement != null && LOOKS.matcher(statement).matches()) {
            return;
        }
        runner.remove();
        try {
            self.line().awaitAdvanceInterruptibly(self.line().arrive(), PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException inVain) {
            self.line().forceTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void leave() {
        Runner self = runner.get();
        if (self != null) {
            runner.remove();
            self.line().arriveAndDeregister();
        }
    }

    @Bean
    Filter theDoor() {
        return (request, response, chain) -> {
            enter();
            try {
                chain.doFilter(request, response);
            } finally {
                leave();
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                setOff();
                return true;
            }
        });
    }

    @Bean
    ExecuteListenerProvider beforeChanges() {
        return new DefaultExecuteListenerProvider(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                arrive(context.sql());
            }
        });
    }
}
