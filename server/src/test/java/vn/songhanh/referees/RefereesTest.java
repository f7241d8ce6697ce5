package vn.songhanh.referees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestTimers;
import vn.songhanh.workspace.events.EventDispatcher;

/** Each referee finds nothing in the product and everything that was planted for it. */
@SongHanhTest
@Import({PlantedFaults.class, StartLine.class})
@TestPropertySource(properties = "songhanh.test.connections=24")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefereesTest {

    @Autowired
    Api api;

    @Autowired
    EventDispatcher events;

    @Autowired
    TestTimers timers;

    @Autowired
    StartLine line;

    @LocalServerPort
    int port;

    @Test
    @Order(1)
    void nobody_learns_or_changes_what_is_hidden_from_him() throws Exception {
        Findings findings = new Roles(api.inEnglish(), events).judge();
        assertThat(findings.planted())
                .anyMatch(one -> one.startsWith("GET /api/planted/names shows CONTACT fullName"))
                .anyMatch(one -> one.startsWith("GET /api/planted/counts answers otherwise for CONTACT fullName"))
                .anyMatch(one -> one.startsWith("POST /api/contacts/{id}/planted lets somebody change"))
                .anyMatch(one -> one.startsWith("POST /api/companies/{id}/planted changes what is not his"));
        assertNone(findings.real());
    }

    @Test
    @Order(2)
    void what_may_happen_once_happens_once() throws Exception {
        Findings findings = new Races(api.inEnglish(), timers, events, line).run();
        assertThat(findings.planted())
                .anyMatch(one -> one.startsWith("POST /api/planted, the same name: more than 1 won"));
        assertNone(findings.real());
    }

    @Test
    @Order(3)
    void whatever_is_sent_is_answered_in_order() {
        Findings findings = new Fuzz(api.inEnglish(), port, 1).send(2_000);
        assertThat(findings.planted())
                .anyMatch(one -> one.startsWith("a 500 at GET /api/planted/pages"))
                .anyMatch(one -> one.startsWith("an error that is no problem at GET /api/planted/refusals"));
        assertNone(findings.real());
    }

    private static void assertNone(List<String> findings) {
        assertThat(findings).as(String.join("\n", findings)).isEmpty();
    }
}
