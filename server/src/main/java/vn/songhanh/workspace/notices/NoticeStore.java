package vn.songhanh.workspace.notices;

import static org.jooq.impl.DSL.coalesce;
import static vn.songhanh.jooq.workspace.Tables.NOTICE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Bulk;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Page;
import vn.songhanh.workspace.WorkspaceKinds;

@Repository
class NoticeStore {

    private static final FieldSet FIELDS = new FieldSet(WorkspaceKinds.MEMBER).sortable("createdAt", NOTICE.CREATED_AT);
    private static final TypeReference<Map<String, String>> ARGS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    NoticeStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Page<Notice> list(MemberId member, @Nullable String cursor, @Nullable Integer limit) {
        Keyset keyset = Keyset.of(FIELDS, NOTICE.ID, null, "-createdAt", cursor, limit);
        List<SelectField<?>> columns = new ArrayList<>(List.of(NOTICE.fields()));
        columns.addAll(keyset.columns());
        return keyset.page(
                db.select(columns)
                        .from(NOTICE)
                        .where(NOTICE.MEMBER_ID.eq(member.value()))
                        .and(keyset.after())
                        .orderBy(keyset.order())
                        .limit(keyset.fetch())
                        .fetch(),
                this::notice);
    }

    int unread(MemberId member) {
        return db.fetchCount(NOTICE, NOTICE.MEMBER_ID.eq(member.value()).and(NOTICE.READ_AT.isNull()));
    }

    void insert(Collection<MemberId> members, String kind, Map<String, String> args, String path, Instant now) {
        JSONB written = JSONB.valueOf(json.writeValueAsString(args));
        var insert = db.insertInto(
                NOTICE, NOTICE.ID, NOTICE.MEMBER_ID, NOTICE.KIND, NOTICE.ARGS, NOTICE.PATH, NOTICE.CREATED_AT);
        for (MemberId member : members) {
            insert = insert.values(Ids.next(), member.value(), kind, written, path, now.atOffset(ZoneOffset.UTC));
        }
        insert.execute();
    }

    void insertAll(Collection<Notices.Message> messages, Instant now) {
        Bulk.insert(
                db,
                NOTICE,
                messages.stream()
                        .flatMap(message -> message.members().stream().map(member -> {
                            Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
                            row.put(NOTICE.ID, Ids.next());
                            row.put(NOTICE.MEMBER_ID, member.value());
                            row.put(NOTICE.KIND, message.kind());
                            row.put(NOTICE.ARGS, JSONB.valueOf(json.writeValueAsString(message.args())));
                            row.put(NOTICE.PATH, message.path());
                            row.put(NOTICE.CREATED_AT, now.atOffset(ZoneOffset.UTC));
                            return row;
                        })));
    }

    /** @return whether that member has such a notice */
    boolean read(MemberId member, UUID id, Instant now) {
        return db.update(NOTICE)
                        .set(NOTICE.READ_AT, coalesce(NOTICE.READ_AT, now.atOffset(ZoneOffset.UTC)))
                        .where(NOTICE.ID.eq(id))
                        .and(NOTICE.MEMBER_ID.eq(member.value()))
                        .execute()
                == 1;
    }

    void readAll(MemberId member, Instant now) {
        db.update(NOTICE)
                .set(NOTICE.READ_AT, now.atOffset(ZoneOffset.UTC))
                .where(NOTICE.MEMBER_ID.eq(member.value()))
                .and(NOTICE.READ_AT.isNull())
                .execute();
    }

    int deleteBefore(Instant moment) {
        return db.deleteFrom(NOTICE)
                .where(NOTICE.CREATED_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private Notice notice(Record row) {
        return new Notice(
                row.get(NOTICE.ID),
                row.get(NOTICE.KIND),
                json.readValue(row.get(NOTICE.ARGS).data(), ARGS),
                row.get(NOTICE.PATH),
                row.get(NOTICE.CREATED_AT).toInstant(),
                row.get(NOTICE.READ_AT) == null ? null : row.get(NOTICE.READ_AT).toInstant());
    }
}
