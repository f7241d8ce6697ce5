package vn.songhanh.workspace.access;

import vn.songhanh.shared.Viewer;

/** Fills a new workspace with a believable company, for whoever wants to look around first. */
public interface SampleData {

    /** Called once, after the set-up has committed. */
    void create(Viewer owner);
}
