package org.jingzhun.household.figure.reading;

/** The register is still being counted; no figure is better than a wrong one. */
class FiguresNotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FiguresNotReady() {
        super("The register is still being counted.", null, false, false);
    }
}
