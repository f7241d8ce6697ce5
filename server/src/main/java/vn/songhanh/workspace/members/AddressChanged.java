package vn.songhanh.workspace.members;

import vn.songhanh.shared.MemberId;

/** Told inside the transaction: what was sent to the member's former e-mail address is good for nothing any more. */
public record AddressChanged(MemberId member) {}
