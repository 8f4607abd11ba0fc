package org.jingzhun.household.imports.sheet;

/** Takes the rows of a file in their order. */
public interface RowSink {

    /** Whether the rows of this sheet are wanted. A CSV file is one sheet without a name. */
    default boolean startSheet(String name) {
        return true;
    }

    /** False: no more rows of this sheet are wanted. */
    boolean row(Row row);
}
