package org.jingzhun.starter.feed.reading;

/** The source does not go on from this mark: what was read is replaced by reading again from zero. */
public class FeedOver extends RuntimeException {

    public FeedOver() {
        super("the feed is over for this mark", null, false, false);
    }
}
