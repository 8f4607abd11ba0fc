package org.jingzhun.starter.feed.reading;

/** The source gave no whole page; it is asked again. */
public class FeedUnavailable extends RuntimeException {

    public FeedUnavailable(String why) {
        super(why, null, false, false);
    }
}
