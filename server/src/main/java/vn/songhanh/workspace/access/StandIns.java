package vn.songhanh.workspace.access;

import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.shared.MemberId;

/**
 * People who act without ever coming in: the staff of the sample company while its story is told. They count as members
 * who can sign in, by a password that nobody can type; afterwards no work is handed to them any more.
 */
@Component
public class StandIns {

    /** No digest that any password has. */
    private static final String NOBODYS = "-";

    private final SessionStore store;
    private final Clock clock;

    StandIns(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional
    public void begin(MemberId member) {
        store.savePassword(member, NOBODYS, clock.instant());
    }

    @Transactional
    public void end(Collection<MemberId> members) {
        store.deletePasswords(members, NOBODYS);
    }
}
