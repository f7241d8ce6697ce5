package vn.songhanh.alignment.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.alignment.AlignmentTest;
import vn.songhanh.alignment.Stage;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.events.EventDispatcher;

/** What a look at the clocks costs. */
@AlignmentTest
class HandoffClocksTest {

    @Autowired
    Api api;

    @Autowired
    Stage stage;

    @Autowired
    Handoffs handoffs;

    @Autowired
    EventDispatcher dispatcher;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @BeforeEach
    void clear() {
        stage.clear();
    }

    @Test
    void a_look_asks_as_much_for_many_hand_offs_as_for_two() {
        int few = statementsToPassOn(2);
        int many = statementsToPassOn(30);

        // Calendar and settings are forgotten after seconds and may be asked again; a lead is worth no statement.
        assertThat(many - few).isLessThan(30 - 2);
    }

    /** So many leads whose silent rep loses them to another, each with a breach that two people are told of. */
    private int statementsToPassOn(int leads) {
        clock.set(TestClock.MONDAY_MORNING); // each time the same days and months go by
        stage.clear();
        stage.rep();
        List<String> contacts = new ArrayList<>();
        for (int i = 0; i < leads; i++) {
            contacts.add(stage.former());
        }
        dispatcher.catchUp();
        handoffs.offer(Viewer.SYSTEM, contacts.stream().map(ContactId::of).toList(), Ids.next(), clock.instant());
        Api next = stage.rep();
        clock.advance(Duration.ofDays(4));
        int statements = statements(() -> {
            while (handoffs.look()) {
                // the next batch
            }
        });
        assertThat(contacts)
                .allSatisfy(contact -> assertThat(stage.repOf(contact)).isEqualTo(next.memberId()));
        return statements;
    }

    /** How many statements this thread sends by that. */
    private int statements(Runnable work) {
        AtomicInteger count = new AtomicInteger();
        Thread here = Thread.currentThread();
        ExecuteListener counting = new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (Thread.currentThread() == here) {
                    count.incrementAndGet();
                }
            }
        };
        Configuration configuration = db.configuration();
        ExecuteListenerProvider[] before = configuration.executeListenerProviders();
        ExecuteListenerProvider[] more = java.util.Arrays.copyOf(before, before.length + 1);
        more[before.length] = new DefaultExecuteListenerProvider(counting);
        configuration.set(more);
        try {
            work.run();
        } finally {
            configuration.set(before);
        }
        return count.get();
    }
}
