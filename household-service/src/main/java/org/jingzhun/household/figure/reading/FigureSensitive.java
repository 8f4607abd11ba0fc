package org.jingzhun.household.figure.reading;

/** Records, or a type, of a figure that tells of health need the right to read what is sensitive. */
class FigureSensitive extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FigureSensitive() {
        super("The right to read what is sensitive is needed.", null, false, false);
    }
}
