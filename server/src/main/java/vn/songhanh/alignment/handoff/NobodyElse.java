package vn.songhanh.alignment.handoff;

import vn.songhanh.shared.Conflict;

/** There is no one left to give the lead to. */
public final class NobodyElse extends Conflict {

    NobodyElse() {
        super("nobody-else");
    }
}
