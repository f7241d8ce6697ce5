package vn.songhanh.workspace.settings;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.timers.Timers;

/** The settings of the company. Remembered for a second, since nearly every request asks. */
@Service
public class Settings {

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(1).toNanos();

    /** What holds until the company is set up. */
    private static final WorkspaceSettings UNNAMED =
            new WorkspaceSettings(new UUID(0, 0), 0, "Song Hành", ZoneId.of("Asia/Ho_Chi_Minh"), "VND", "vi");

    private record Remembered(WorkspaceSettings settings, long since) {}

    private final SettingsStore store;
    private final Audit audit;
    private final Timers timers;
    private final Clock clock;
    private volatile @Nullable Remembered remembered;

    Settings(SettingsStore store, Audit audit, Timers timers, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.timers = timers;
        this.clock = clock;
    }

    public WorkspaceSettings workspace() {
        Remembered known = remembered;
        long now = System.nanoTime();
        if (known == null || now - known.since() > REMEMBERED_NANOS) {
            known = new Remembered(store.find().orElse(UNNAMED), now);
            remembered = known;
        }
        return known.settings();
    }

    /** Whether the company was set up; until then nobody can sign in. */
    public boolean exist() {
        return workspace() != UNNAMED || store.find().isPresent();
    }

    /** @return whether this was the first; there is never a second */
    @Transactional
    public boolean found(String name) {
        WorkspaceSettings settings =
                checked(new SettingsInput(name, UNNAMED.zone().getId(), UNNAMED.currency(), UNNAMED.locale()));
        boolean first = store.insert(settings, clock.instant());
        if (first) {
            audit.record(Viewer.SYSTEM, WorkspaceKinds.WORKSPACE, settings.id(), "founded", Map.of(), facts(settings));
        }
        forgetAfterCommit();
        return first;
    }

    /** @throws StaleVersion when it is not of that version any more */
    @Transactional
    public WorkspaceSettings change(Viewer viewer, long version, SettingsInput input) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        WorkspaceSettings before = store.find().orElse(UNNAMED);
        if (!store.update(checked(input), version, clock.instant())) {
            throw new StaleVersion(version, before);
        }
        WorkspaceSettings after = store.find().orElseThrow();
        if (!after.zone().equals(before.zone())) {
            timers.replan(after.zone(), clock.instant());
        }
        audit.record(viewer, WorkspaceKinds.WORKSPACE, after.id(), "settings-changed", facts(before), facts(after));
        forgetAfterCommit();
        return after;
    }

    private static WorkspaceSettings checked(SettingsInput input) {
        String name = Text.cleanOrNull(input.name(), "name");
        if (name == null) {
            throw new Invalid("name", "required");
        }
        if (name.length() > 200) {
            throw new Invalid("name", "too-long", Map.of("max", 200));
        }
        String locale = input.locale() == null ? UNNAMED.locale() : input.locale();
        if (!locale.equals("vi") && !locale.equals("en")) {
            throw new Invalid("locale", "unknown-choice", Map.of("allowed", java.util.List.of("vi", "en")));
        }
        return new WorkspaceSettings(
                UUID.randomUUID(), 1, name, zone(input.zone()), currency(input.currency()), locale);
    }

    private static Map<String, String> facts(WorkspaceSettings settings) {
        return Map.of(
                "name", settings.name(),
                "zone", settings.zone().getId(),
                "currency", settings.currency(),
                "locale", settings.locale());
    }

    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null ? UNNAMED.zone() : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new Invalid("zone", "unknown-zone", Map.of("value", String.valueOf(id)));
        }
    }

    private static String currency(@Nullable String code) {
        try {
            return code == null
                    ? UNNAMED.currency()
                    : Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new Invalid("currency", "unknown-currency", Map.of("value", String.valueOf(code)));
        }
    }

    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                remembered = null;
            }
        });
    }
}
