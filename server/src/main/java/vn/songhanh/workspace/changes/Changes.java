package vn.songhanh.workspace.changes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.WriteWatch;

/**
 * What kinds of records a transaction has changed, told once it has committed on this node. Nobody has to say so where he
 * writes: it is read from the tables that statements name, so no writer can forget it. What is told can be more than has
 * changed, for a page that asks again in vain does no harm, and never less.
 */
@Component
public class Changes implements WriteWatch {

    /** Whoever tells the pages. */
    interface Listener {

        /** Whether there is any page to be told; where there is none, nothing is kept. */
        boolean listens();

        /** In the thread that has committed, which must not be kept. */
        void heard(Set<String> kinds, Map<MemberId, Set<String>> own);
    }

    private static final Pattern WRITE =
            Pattern.compile("(?:insert into|update|delete from|merge into|copy)\\s+\"?(\\w+)\"?\\.\"?(\\w+)\"?");

    /** By table, with its schema. */
    private final Map<String, Set<String>> kinds;

    private volatile @Nullable Listener listener;

    Changes(List<ChangeKind> declared) {
        kinds = declared.stream()
                .flatMap(kind -> kind.tables().stream().map(table -> Map.entry(tableName(table), kind.name())))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toUnmodifiableSet())));
    }

    private static String tableName(org.jooq.Table<?> table) {
        return table.getSchema().getName() + "." + table.getName();
    }

    /** Before the first request. */
    void tell(Listener told) {
        listener = told;
    }

    /** Something of what each of these members has for himself changes in the present transaction. */
    public void ofTheirOwn(String kind, Collection<MemberId> members) {
        if (isHeard()) {
            Gathered gathered = gathered();
            members.forEach(member ->
                    gathered.own.computeIfAbsent(member, any -> new HashSet<>()).add(kind));
            gathered.tellWithoutTransaction();
        }
    }

    @Override
    public void wrote(String sql) {
        Set<String> changed = isHeard() ? changedBy(sql) : Set.of();
        if (!changed.isEmpty()) {
            Gathered gathered = gathered();
            gathered.kinds.addAll(changed);
            gathered.tellWithoutTransaction();
        }
    }

    private boolean isHeard() {
        Listener told = listener;
        return told != null && told.listens();
    }

    /** A statement writes to what it begins with; one that begins by naming parts may write in each of them. */
    Set<String> changedBy(String sql) {
        Matcher write = WRITE.matcher(sql);
        if (!sql.startsWith("with")) {
            return write.lookingAt() ? kindsOf(write) : Set.of();
        }
        Set<String> found = new HashSet<>();
        while (write.find()) {
            found.addAll(kindsOf(write));
        }
        return found;
    }

    private Set<String> kindsOf(Matcher write) {
        return kinds.getOrDefault(write.group(1) + "." + write.group(2), Set.of());
    }

    private Gathered gathered() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new Gathered(true);
        }
        Gathered gathered = (Gathered) TransactionSynchronizationManager.getResource(this);
        if (gathered == null) {
            gathered = new Gathered(false);
            TransactionSynchronizationManager.bindResource(this, gathered);
            TransactionSynchronizationManager.registerSynchronization(gathered);
        }
        return gathered;
    }

    /** Of one transaction. */
    private final class Gathered implements TransactionSynchronization {

        private final boolean alone;
        private final Set<String> kinds = new HashSet<>();
        private final Map<MemberId, Set<String>> own = new HashMap<>();

        Gathered(boolean alone) {
            this.alone = alone;
        }

        void tellWithoutTransaction() {
            if (alone) {
                afterCommit();
            }
        }

        @Override
        public void afterCommit() {
            Listener told = listener;
            if (told != null) {
                told.heard(kinds, own);
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Changes.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Changes.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(Changes.this);
        }
    }
}
