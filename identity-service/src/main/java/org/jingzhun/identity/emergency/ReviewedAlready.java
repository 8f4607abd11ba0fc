package org.jingzhun.identity.emergency;

/** The emergency grant has its review. */
class ReviewedAlready extends RuntimeException {

    ReviewedAlready() {
        super("The emergency grant was reviewed before.");
    }
}
