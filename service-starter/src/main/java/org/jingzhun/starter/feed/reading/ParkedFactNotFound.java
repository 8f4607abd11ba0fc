package org.jingzhun.starter.feed.reading;

/** It was repeated meanwhile, or never parked. */
class ParkedFactNotFound extends RuntimeException {

    ParkedFactNotFound() {
        super("no such parked fact", null, false, false);
    }
}
