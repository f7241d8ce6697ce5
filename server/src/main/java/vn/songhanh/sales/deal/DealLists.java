package vn.songhanh.sales.deal;

import static vn.songhanh.jooq.sales.Tables.DEAL;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.sales.deal.DealStore.ColumnSum;
import vn.songhanh.sales.pipeline.Pipeline;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.Pipelines;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.sales.pipeline.StageKind;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.ListRequest;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.settings.Settings;

/** Deals in tables and on the board. */
@Component
class DealLists {

    /** The order of a board's column: who came last stands first. */
    static final String BOARD_SORT = "-stageSince";

    private final DealStore store;
    private final DealFields fields;
    private final Pipelines pipelines;
    private final Settings settings;
    private final Clock clock;

    DealLists(DealStore store, DealFields fields, Pipelines pipelines, Settings settings, Clock clock) {
        this.store = store;
        this.fields = fields;
        this.pipelines = pipelines;
        this.settings = settings;
        this.clock = clock;
    }

    Page<DealView> list(ListRequest request, FilterField.Context context) {
        Viewer viewer = context.viewer();
        viewer.require(SalesKinds.DEAL, Action.READ);
        Condition condition = condition(viewer, request.filter(), request.q())
                .and(request.deleted() ? DEAL.DELETED_AT.isNotNull() : DEAL.DELETED_AT.isNull());
        Keyset keyset =
                Keyset.of(fields.fields, DEAL.ID, request.sort(), "-createdAt", request.cursor(), request.limit());
        return store.list(viewer, condition, keyset)
                .map(seen -> DealView.of(viewer, seen, context.now(), null))
                .withTotal(request.count() ? store.count(viewer, condition) : null);
    }

    DealBoard board(
            Viewer viewer,
            @Nullable PipelineId pipelineId,
            @Nullable String filter,
            @Nullable String q,
            @Nullable Integer limit) {
        Pipeline pipeline =
                pipelineId == null ? pipelines.all(viewer).getFirst() : pipelines.require(viewer, pipelineId);
        Condition condition = condition(viewer, filter, q);
        Keyset keyset = Keyset.of(fields.fields, DEAL.ID, BOARD_SORT, BOARD_SORT, null, limit);
        Map<StageId, List<ColumnSum>> sums =
                store.columnSums(viewer, pipeline, condition).stream().collect(Collectors.groupingBy(ColumnSum::stage));
        Map<StageId, Page<SeenDeal>> cards = store.columnCards(viewer, pipeline, condition, keyset);
        Instant now = clock.instant();
        return new DealBoard(
                pipeline.id(),
                pipeline.name(),
                pipeline.stages().stream()
                        .map(stage -> column(
                                stage,
                                sums.getOrDefault(stage.id(), List.of()),
                                cards.getOrDefault(stage.id(), new Page<>(List.of(), null, null))
                                        .map(seen -> DealView.of(viewer, seen, now, null))))
                        .toList());
    }

    private static DealBoard.Column column(Stage stage, List<ColumnSum> sums, Page<DealView> cards) {
        List<Money> totals = new ArrayList<>();
        List<Money> weighted = new ArrayList<>();
        for (ColumnSum sum : sums) {
            BigDecimal amount = sum.sum();
            if (amount != null) {
                Money total = new Money(amount, sum.currency());
                totals.add(total);
                if (stage.kind() == StageKind.SELLING) {
                    weighted.add(total.share(stage.probability()));
                }
            }
        }
        return new DealBoard.Column(
                stage.id(),
                stage.name(),
                stage.kind(),
                stage.probability(),
                stage.rottingDays(),
                sums.stream().mapToLong(ColumnSum::count).sum(),
                totals,
                weighted,
                cards.items(),
                cards.nextCursor());
    }

    private Condition condition(Viewer viewer, @Nullable String filter, @Nullable String q) {
        FilterField.Context context = new FilterField.Context(
                viewer, clock.instant(), settings.workspace().zone());
        return fields.fields.where(Filter.parse(filter), context).and(search(q));
    }

    /** Every word of it somewhere in the name, without regard to accents. */
    static Condition search(@Nullable String q) {
        String needle = q == null ? null : Text.cleanOrNull(q, "q");
        if (needle == null) {
            return DSL.noCondition();
        }
        Condition all = DSL.noCondition();
        for (String word : Text.fold(needle).split("\\s+")) {
            String literal = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            all = all.and(DEAL.NAME_FOLDED.like("%" + literal + "%"));
        }
        return all;
    }
}
