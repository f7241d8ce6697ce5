package vn.songhanh.shared;

import static vn.songhanh.shared.Filter.Op.after;
import static vn.songhanh.shared.Filter.Op.before;
import static vn.songhanh.shared.Filter.Op.between;
import static vn.songhanh.shared.Filter.Op.contains;
import static vn.songhanh.shared.Filter.Op.empty;
import static vn.songhanh.shared.Filter.Op.eq;
import static vn.songhanh.shared.Filter.Op.gt;
import static vn.songhanh.shared.Filter.Op.gte;
import static vn.songhanh.shared.Filter.Op.in;
import static vn.songhanh.shared.Filter.Op.lt;
import static vn.songhanh.shared.Filter.Op.lte;
import static vn.songhanh.shared.Filter.Op.memberOf;
import static vn.songhanh.shared.Filter.Op.ne;
import static vn.songhanh.shared.Filter.Op.notEmpty;
import static vn.songhanh.shared.Filter.Op.notIn;
import static vn.songhanh.shared.Filter.Op.startsWith;
import static vn.songhanh.shared.Filter.Op.within;

import java.util.Set;

/** What kind of value a filter field compares, and with which operators. */
public enum FieldType {
    TEXT(eq, ne, in, notIn, contains, startsWith, empty, notEmpty),
    /** Text of several lines. */
    LINES(contains, empty, notEmpty),
    CHOICE(eq, ne, in, notIn, empty, notEmpty),
    ID(eq, ne, in, notIn, empty, notEmpty),
    NUMBER(eq, ne, in, notIn, gt, gte, lt, lte, between, empty, notEmpty),
    DATE(eq, ne, gt, gte, lt, lte, before, after, between, within, empty, notEmpty),
    INSTANT(gt, gte, lt, lte, before, after, between, within, empty, notEmpty),
    FLAG(eq, ne),
    /** Several texts, such as tags: {@code eq} and {@code contains} ask for one of them, {@code in} for any. */
    LIST(eq, ne, in, notIn, contains, empty, notEmpty),
    SEGMENT(memberOf);

    private final Set<Filter.Op> ops;

    FieldType(Filter.Op... ops) {
        this.ops = Set.of(ops);
    }

    boolean isText() {
        return this == TEXT || this == LINES;
    }

    public Set<Filter.Op> ops() {
        return ops;
    }
}
