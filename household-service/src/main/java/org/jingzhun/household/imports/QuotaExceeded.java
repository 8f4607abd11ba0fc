package org.jingzhun.household.imports;

/** The account has too many files here already. */
class QuotaExceeded extends RuntimeException {

    private final long megabytes;

    QuotaExceeded(long megabytes) {
        super("more than " + megabytes + " MB of files");
        this.megabytes = megabytes;
    }

    long megabytes() {
        return megabytes;
    }
}
