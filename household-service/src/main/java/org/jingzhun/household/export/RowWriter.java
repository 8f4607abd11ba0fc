package org.jingzhun.household.export;

import java.io.IOException;
import java.util.List;

import org.jingzhun.household.template.Column;
import org.jspecify.annotations.Nullable;

/** Writes rows of a table, one after the other. */
interface RowWriter extends AutoCloseable {

    /** Writes a row: values as the register has them, in the order of the columns; null where there is none. */
    void row(List<Column> columns, List<@Nullable Object> values) throws IOException;

    @Override
    void close() throws IOException;
}
