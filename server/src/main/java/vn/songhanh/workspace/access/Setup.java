package vn.songhanh.workspace.access;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.MemberInput;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.Role;
import vn.songhanh.workspace.members.TeamInput;
import vn.songhanh.workspace.members.Teams;
import vn.songhanh.workspace.settings.Settings;

/** The first run: makes the workspace, its first team and its owner, once. */
@Service
public class Setup {

    private static final Logger log = LoggerFactory.getLogger(Setup.class);

    /** @param apiKey the secret of a first API key; null for none */
    public record Founding(
            @Nullable String workspaceName,
            @Nullable String fullName,
            @Nullable String email,
            @Nullable String password,
            @Nullable String apiKey,
            boolean sampleData) {}

    private final SetupStore store;
    private final Settings settings;
    private final Teams teams;
    private final Members members;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final Passwords passwords;
    private final Viewers viewers;
    private final ObjectProvider<SampleData> sampleData;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Setup(
            SetupStore store,
            Settings settings,
            Teams teams,
            Members members,
            Sessions sessions,
            ApiKeys keys,
            Passwords passwords,
            Viewers viewers,
            ObjectProvider<SampleData> sampleData,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.teams = teams;
        this.members = members;
        this.sessions = sessions;
        this.keys = keys;
        this.passwords = passwords;
        this.viewers = viewers;
        this.sampleData = sampleData;
        this.transaction = transaction;
        this.clock = clock;
    }

    public boolean needed() {
        return !settings.exist();
    }

    /** @return the secret of a new link to the set-up page */
    String link() {
        String token = Token.random();
        store.insert(Token.digest(token), clock.instant());
        return token;
    }

    /** @throws Forbidden without the secret of a link that was printed */
    Member found(String token, Founding founding) {
        if (!needed()) {
            throw new Conflict("already-set-up");
        }
        if (!store.knows(Token.digest(token))) {
            throw new Forbidden("wrong-setup-token");
        }
        return found(founding);
    }

    /** @throws Conflict when it was done before: there is one workspace in a database */
    public Member found(Founding founding) {
        String hash = passwords.hash(founding.password(), "password");
        Member owner = Objects.requireNonNull(transaction.execute(status -> write(founding, hash)));
        if (founding.sampleData()) {
            Viewer viewer = viewers.of(owner.id(), Via.SYSTEM);
            sampleData.ifAvailable(sample -> {
                log.info("Making the sample data");
                sample.create(viewer);
            });
        }
        return owner;
    }

    private Member write(Founding founding, String passwordHash) {
        String email = Objects.requireNonNullElse(founding.email(), "").strip();
        if (!MemberInput.isEmail(email)) {
            throw new Invalid("email", "not-an-email");
        }
        if (founding.workspaceName() == null || founding.workspaceName().isBlank()) {
            throw new Invalid("workspaceName", "required");
        }
        if (founding.workspaceName().strip().length() > 200) {
            throw new Invalid("workspaceName", "too-long", Map.of("max", 200));
        }
        if (!settings.found(founding.workspaceName())) {
            throw new Conflict("already-set-up");
        }
        TeamId team =
                teams.create(Viewer.SYSTEM, new TeamInput("Công ty", null)).id();
        String name = founding.fullName() == null || founding.fullName().isBlank() ? email : founding.fullName();
        Member owner = members.create(Viewer.SYSTEM, new MemberInput(name, email, Role.OWNER, team, true, null));
        sessions.setPassword(Viewer.SYSTEM, owner.id(), passwordHash);
        if (founding.apiKey() != null) {
            keys.admit(owner.id(), "Setup", founding.apiKey());
        }
        store.deleteAll();
        return members.require(owner.id());
    }
}
