package vn.songhanh.workspace.access;

/** The session or key that somebody came in with, for an answer that goes on; {@link Viewers#again} says who he is now. */
public final class Pass {

    private final Entrance entrance;

    Pass(Entrance entrance) {
        this.entrance = entrance;
    }

    Entrance entrance() {
        return entrance;
    }
}
