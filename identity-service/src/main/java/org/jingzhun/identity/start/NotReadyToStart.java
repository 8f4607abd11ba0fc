package org.jingzhun.identity.start;

/** Something that the operator must give is missing. */
class NotReadyToStart extends RuntimeException {

    NotReadyToStart(String sentence) {
        super(sentence);
    }
}
