package org.jingzhun.household.imports;

/** The file contradicts the register, and nobody has said what holds. */
class DecisionRequired extends RuntimeException {

    private final int rows;

    DecisionRequired(int rows) {
        super("a decision is needed for " + rows + " rows");
        this.rows = rows;
    }

    int rows() {
        return rows;
    }
}
