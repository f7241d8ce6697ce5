package vn.songhanh.workspace.files;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of files are. The disk of one node is enough for one node; several share a store of their own. */
interface FileContents {

    /** Takes all of it, durably, or nothing. */
    void put(String key, InputStream content) throws IOException;

    InputStream open(String key) throws IOException;

    /** Does nothing when it is gone already. */
    void delete(String key) throws IOException;
}
