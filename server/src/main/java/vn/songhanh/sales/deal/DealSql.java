package vn.songhanh.sales.deal;

import static vn.songhanh.jooq.sales.Tables.DEAL;

import java.math.BigDecimal;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What reports of other modules ask of deals inside their own statements, whoever reads them. */
public final class DealSql {

    private DealSql() {}

    /**
     * What a deal has brought in.
     *
     * @return 0 for a won deal that names no amount, or one in another currency; null for a deal that is not won
     */
    public static Field<BigDecimal> revenue(Field<UUID> deal, String currency) {
        var won = DEAL.as("won_deal");
        return DSL.field(DSL.select(DSL.when(won.CURRENCY.eq(currency), DSL.coalesce(won.AMOUNT, BigDecimal.ZERO))
                        .otherwise(BigDecimal.ZERO))
                .from(won)
                .where(won.ID.eq(deal))
                .and(won.STATUS.eq(DealStatus.WON.name()))
                .and(won.DELETED_AT.isNull()));
    }
}
