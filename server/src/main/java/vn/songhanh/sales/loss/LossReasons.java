package vn.songhanh.sales.loss;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Placed;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;

/** Why deals are lost; whoever draws the pipelines edits the list. */
@Service
public class LossReasons implements NameSource {

    static final int MOST = 50;

    private final LossReasonStore store;
    private final Audit audit;
    private final Clock clock;

    LossReasons(LossReasonStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        if (viewer.reach(SalesKinds.DEAL, Action.READ) == Reach.NONE) {
            return Map.of();
        }
        return store.all().stream()
                .filter(reason -> ids.contains(reason.id().value()))
                .collect(Collectors.toMap(reason -> reason.id().value(), LossReason::name));
    }

    /** In their order, archived ones too, for deals may have them. */
    public List<LossReason> all(Viewer viewer) {
        viewer.require(SalesKinds.DEAL, Action.READ);
        return store.all();
    }

    /**
     * The reason for a deal that is being lost.
     *
     * @throws Invalid without one, or with one that is not there or not in use
     */
    public LossReason given(@Nullable String code) {
        if (code == null) {
            throw new Invalid("reason", "required");
        }
        List<LossReason> inUse =
                store.all().stream().filter(reason -> !reason.archived()).toList();
        return inUse.stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "reason",
                        "unknown-choice",
                        Map.of("allowed", inUse.stream().map(LossReason::code).toList())));
    }

    /** The reason of a deal that is lost already, in use or not. */
    public Optional<LossReason> of(String code) {
        return store.all().stream().filter(reason -> reason.code().equals(code)).findFirst();
    }

    LossReason require(Viewer viewer, LossReasonId id) {
        viewer.require(SalesKinds.DEAL, Action.READ);
        return store.find(id).orElseThrow(() -> new NotFound("loss-reason", id));
    }

    @Transactional
    public LossReason create(Viewer viewer, LossReasonInput input) {
        viewer.require(SalesKinds.PIPELINE, Action.WRITE);
        List<LossReason> others = store.lockAll();
        if (others.size() >= MOST) {
            throw new Conflict("too-many-loss-reasons", Map.of("max", MOST));
        }
        int last = others.size() + 1;
        LossReason reason = input.of(LossReasonId.next(), 1, code(input.name(), others), last, last);
        unlessTaken(reason.name(), () -> store.insert(reason, clock.instant()));
        arrange(others, reason);
        audit.record(viewer, SalesKinds.PIPELINE, reason.id().value(), "loss-reason-created", Map.of(), reason.facts());
        return reason;
    }

    /**
     * @throws StaleVersion when it is not of that version any more
     * @throws Conflict when no reason would be left
     */
    @Transactional
    public LossReason update(Viewer viewer, LossReasonId id, long version, LossReasonInput input) {
        viewer.require(SalesKinds.PIPELINE, Action.WRITE);
        List<LossReason> all = store.lockAll();
        LossReason before = require(viewer, id);
        if (before.version() != version) {
            throw new StaleVersion(version, before);
        }
        LossReason after = input.of(id, version + 1, before.code(), before.position(), all.size());
        boolean goes = after.archived() && !before.archived();
        if (goes && all.stream().filter(reason -> !reason.archived()).count() <= 1) {
            throw new Conflict("last-loss-reason");
        }
        unlessTaken(after.name(), () -> store.save(after, clock.instant()));
        arrange(all, after);
        audit.record(viewer, SalesKinds.PIPELINE, id.value(), "loss-reason-updated", before.facts(), after.facts());
        return after;
    }

    /** Made of its first name, in letters that every program can write. */
    private static String code(@Nullable String name, List<LossReason> others) {
        Set<String> taken = others.stream().map(LossReason::code).collect(Collectors.toSet());
        String letters = Text.fold(name == null ? "" : name)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^_|_$", "");
        String code = letters.isEmpty() ? "REASON" : letters;
        return Stream.concat(Stream.of(code), IntStream.rangeClosed(2, MOST + 1).mapToObj(n -> code + "_" + n))
                .filter(one -> !taken.contains(one))
                .findFirst()
                .orElseThrow();
    }

    private void arrange(List<LossReason> all, LossReason placed) {
        Placed.arrange(all, placed, (one, position) -> store.place(one.id(), position, clock.instant()));
    }

    private static void unlessTaken(String name, Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            throw new Conflict("loss-reason-taken", Map.of("name", name));
        }
    }
}
