package org.jingzhun.household.export;

/** Numbers in full are wanted where the caller may not see them. */
class UnmaskedNotYours extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnmaskedNotYours() {
        super("UnmaskedNotYours", null, false, false);
    }
}
