package org.jingzhun.starter.feed;

/** What stands in after is no mark of a feed. */
class FeedCursorMalformed extends RuntimeException {

    FeedCursorMalformed() {
        super("not a mark of this feed", null, false, false);
    }
}
