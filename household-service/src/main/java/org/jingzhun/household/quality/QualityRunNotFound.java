package org.jingzhun.household.quality;

/** No run of this number over an area that the caller reaches. */
class QualityRunNotFound extends RuntimeException {

    QualityRunNotFound() {
        super("No run of this number over an area that the caller reaches.", null, false, false);
    }
}
