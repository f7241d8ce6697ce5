package vn.songhanh.workspace.members;

import vn.songhanh.shared.MemberId;

/** Told inside the transaction, to whoever hands work to members. The absence may have begun already, or be taken back. */
public record AbsencePlanned(MemberId member, Absence absence) {}
