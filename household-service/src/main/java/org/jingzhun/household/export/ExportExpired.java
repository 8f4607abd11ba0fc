package org.jingzhun.household.export;

/** An export whose content can no longer be fetched; a new order is needed. */
class ExportExpired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportExpired() {
        super("ExportExpired", null, false, false);
    }
}
