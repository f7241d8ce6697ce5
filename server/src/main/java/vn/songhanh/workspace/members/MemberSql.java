package vn.songhanh.workspace.members;

import static vn.songhanh.jooq.workspace.Tables.MEMBER;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What the statements of higher modules may say about members without knowing our tables. */
public final class MemberSql {

    private MemberSql() {}

    /** What members are sorted by: Vietnamese people go by their given names. */
    public static Field<String> sortName(Field<UUID> id) {
        return DSL.field(DSL.select(MemberStore.GIVEN_NAME_FIRST).from(MEMBER).where(MEMBER.ID.eq(id)));
    }
}
