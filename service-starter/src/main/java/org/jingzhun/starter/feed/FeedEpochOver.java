package org.jingzhun.starter.feed;

/** The mark belongs to an order of facts that is given up, as after a restore; the reader starts again at zero. */
class FeedEpochOver extends RuntimeException {

    FeedEpochOver() {
        super("the epoch of the mark is over", null, false, false);
    }
}
