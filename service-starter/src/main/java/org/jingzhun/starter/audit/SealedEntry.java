package org.jingzhun.starter.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;

/** An audit entry as the chain sees it: its number and the digest of all its columns. */
@SuppressWarnings("ArrayRecordComponent") // a row of the table, never compared as a whole
record SealedEntry(long id, byte[] digest) {

    private static final List<String> TEXTS = List.of("account", "kind", "acting_for", "request_id", "address", "action",
            "subject_kind", "subject", "area", "detail");

    /** What a query must select to be read by {@link #read}. */
    static final String COLUMNS = "id, at, " + String.join(", ", TEXTS);

    static SealedEntry read(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        var sm3 = new Sm3().add(id).add(row.getObject("at", LocalDateTime.class).toString());
        for (var column : TEXTS) {
            sm3.add(row.getString(column));
        }
        return new SealedEntry(id, sm3.done());
    }
}
