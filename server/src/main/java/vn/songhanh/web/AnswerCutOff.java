package vn.songhanh.web;

/**
 * An answer that was under way already cannot go on. The connection is cut, so that nobody takes the part that arrived
 * for the whole.
 */
public final class AnswerCutOff extends RuntimeException {

    public AnswerCutOff(Throwable cause) {
        super(cause);
    }
}
