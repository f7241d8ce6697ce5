package vn.songhanh.contacts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.OtherKindId;
import vn.songhanh.contacts.lifecycle.Standing;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Row;
import vn.songhanh.shared.TeamId;

/** How our values lie in columns. */
public final class Columns {

    private Columns() {}

    public static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    public static UUID[] values(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toArray(UUID[]::new);
    }

    public static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    public static @Nullable TeamId team(@Nullable UUID id) {
        return id == null ? null : new TeamId(id);
    }

    public static @Nullable CompanyId company(@Nullable UUID id) {
        return id == null ? null : new CompanyId(id);
    }

    public static @Nullable OtherKindId otherKind(@Nullable UUID id) {
        return id == null ? null : new OtherKindId(id);
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    public static @Nullable LifecycleStage stage(@Nullable String name) {
        return name == null ? null : LifecycleStage.valueOf(name);
    }

    /** The columns of {@link Standing}, in its order. */
    public static Standing standing(Row row) {
        return new Standing(
                LifecycleStage.valueOf(row.text()),
                row.instant(),
                otherKind(row.uuidOrNull()),
                row.number(),
                row.instantOrNull(),
                row.instantOrNull());
    }

    public static Source source(@Nullable String channel, @Nullable String campaign, @Nullable String medium) {
        return channel == null && campaign == null && medium == null
                ? Source.UNKNOWN
                : new Source(channel, campaign, medium);
    }
}
