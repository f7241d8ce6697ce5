package vn.songhanh.workspace;

import vn.songhanh.shared.RecordKind;

/** The kinds of records of this module. */
public final class WorkspaceKinds {

    public static final RecordKind IMPORT = new RecordKind("IMPORT");
    public static final RecordKind MEMBER = new RecordKind("MEMBER");

    /** What the company is set to: its settings, calendar, roles and fields. */
    public static final RecordKind WORKSPACE = new RecordKind("WORKSPACE");

    private WorkspaceKinds() {}
}
