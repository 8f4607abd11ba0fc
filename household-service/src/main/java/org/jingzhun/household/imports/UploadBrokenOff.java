package org.jingzhun.household.imports;

/** Fewer bytes came than were announced. */
class UploadBrokenOff extends RuntimeException {

    UploadBrokenOff(Throwable cause) {
        super("the upload broke off", cause);
    }

    UploadBrokenOff() {
        super("the upload broke off");
    }
}
