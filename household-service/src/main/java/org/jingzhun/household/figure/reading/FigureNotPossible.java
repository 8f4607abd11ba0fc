package org.jingzhun.household.figure.reading;

/** A parameter asks for what there is not: a day to come, a code of no list, a division below a village. */
class FigureNotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    FigureNotPossible(String parameter) {
        super("not possible: " + parameter, null, false, false);
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
