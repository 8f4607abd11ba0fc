package org.jingzhun.household.codelist;

/** No code list has this name. */
class CodeListNotFound extends RuntimeException {

    CodeListNotFound() {
        super("There is no such code list.");
    }
}
