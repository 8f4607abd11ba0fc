package org.jingzhun.starter.page;

/** The mark was not given for this list, these filters and this scope; or somebody changed it. */
public class CursorNotYours extends RuntimeException {

    CursorNotYours() {
        super("The cursor does not belong to this list.");
    }
}
