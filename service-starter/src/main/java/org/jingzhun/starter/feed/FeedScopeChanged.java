package org.jingzhun.starter.feed;

/** The reader may see more or less than when he got his mark; he starts again at zero. */
class FeedScopeChanged extends RuntimeException {

    FeedScopeChanged() {
        super("the scope of the mark is another", null, false, false);
    }
}
