package org.jingzhun.starter.feed.reading;

/** Its cause is not removed. */
class ParkedFactFailedAgain extends RuntimeException {

    ParkedFactFailedAgain() {
        super("the fact failed again", null, false, false);
    }
}
