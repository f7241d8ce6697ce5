package vn.songhanh.shared;

import java.util.Locale;

/** The kinds of record that permissions, audit, custom fields, import and search speak of. */
public enum RecordKind {
    CONTACT,
    COMPANY,
    DEAL,
    PIPELINE,
    HANDOFF,
    SLA,
    IMPORT,
    MEMBER,
    WORKSPACE;

    /** As paths and scopes spell it: {@code contacts}, {@code companies}. */
    public String plural() {
        String name = name().toLowerCase(Locale.ROOT);
        return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }
}
