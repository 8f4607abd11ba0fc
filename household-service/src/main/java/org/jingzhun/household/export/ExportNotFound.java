package org.jingzhun.household.export;

/** An export that there is not, or that another account ordered. */
class ExportNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportNotFound() {
        super("ExportNotFound", null, false, false);
    }
}
