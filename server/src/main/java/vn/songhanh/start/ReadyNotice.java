package vn.songhanh.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of the start: where to go now. */
@Component
class ReadyNotice {

    private static final Logger log = LoggerFactory.getLogger(ReadyNotice.class);

    private final Environment environment;

    ReadyNotice(Environment environment) {
        this.environment = environment;
    }

    @Order
    @EventListener(ApplicationReadyEvent.class)
    void say() {
        String here = "http://localhost:" + environment.getProperty("local.server.port");
        String address = environment.getProperty("SONGHANH_PUBLIC_URL", "");
        log.info("Song Hành is ready: {}", address.isEmpty() ? here : address);
    }
}
