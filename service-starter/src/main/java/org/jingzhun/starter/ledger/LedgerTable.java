package org.jingzhun.starter.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a ledger: its table and the columns that are its own.
 *
 * <p>Besides these the table {@code name} has {@code number} (unique), {@code division}, {@code version}, {@code closed_on},
 * {@code closing_reason}, {@code changed_at} and {@code changed_by}, and the index {@code name_by_division (division, number)}; the table
 * {@code name_version} has the same columns with the key {@code (number, version)} and is append-only.
 *
 * @param <T> what the service keeps of one record
 */
public interface LedgerTable<T> {

    /** Name of the table. */
    String name();

    /** Kind of record in audit and facts, such as {@code settlement}. */
    String kind();

    /** What is written: column by column, in any order, always all of them. */
    Map<String, @Nullable Object> columns(T content);

    /** What is read back. */
    T content(ResultSet row) throws SQLException;

    /** What others may know of a record: codes, dates, quantities; no name of anybody. */
    Map<String, @Nullable Object> publicState(T content);
}
