package org.jingzhun.household.figure.reading;

/** There is no figure of that name. */
class FigureUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FigureUnknown() {
        super("There is no such figure.", null, false, false);
    }
}
