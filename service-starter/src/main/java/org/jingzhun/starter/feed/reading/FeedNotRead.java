package org.jingzhun.starter.feed.reading;

/** This service does not read that feed. */
class FeedNotRead extends RuntimeException {

    FeedNotRead() {
        super("no such source", null, false, false);
    }
}
