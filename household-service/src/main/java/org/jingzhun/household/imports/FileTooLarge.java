package org.jingzhun.household.imports;

/** The file is larger than an import may be. */
class FileTooLarge extends RuntimeException {

    private final long megabytes;

    FileTooLarge(long limit) {
        super("the file is larger than " + limit + " bytes");
        this.megabytes = limit >> 20;
    }

    long megabytes() {
        return megabytes;
    }
}
