package org.jingzhun.household.imports;

import java.util.Comparator;

import org.jingzhun.starter.rotation.DigestedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a rotation of the key for digests finds those of files that wait in staging; it comes behind the register. A file that is being
 * checked is left to its check: within it persons are counted by their digests.
 */
@Component
@Order(3)
class StagedDigestRows implements DigestedRows {

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final StagedDigests digests;

    StagedDigestRows(JdbcClient jdbc, StagedDigests digests) {
        this.jdbc = jdbc;
        this.digests = digests;
    }

    @Override
    public String name() {
        return "import_row";
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from import_row").query(Long.class).single();
    }

    @Override
    public Step raise(@Nullable String after, int generation) {
        var position = after == null ? new Position(0, -1) : Position.read(after);
        var next = jdbc.sql("""
                select import_id, household_seq from import_row
                 where import_id >= :import and (import_id > :import or household_seq > :household)
                 order by import_id, household_seq limit %d
                """.formatted(ROWS_AT_ONCE)).param("import", position.importId).param("household", position.household)
                .query((row, index) -> new Position(row.getLong(1), row.getInt(2))).list();
        if (next.isEmpty()) {
            return new Step(null, 0, 0);
        }
        var first = next.getFirst();
        var ofImport = next.stream().filter(row -> row.importId == first.importId).toList();
        var last = ofImport.stream().max(Comparator.comparingInt(Position::household)).orElse(first);
        var raised = isBeingChecked(first.importId)
                ? 0
                : digests.raise(first.importId, first.household, last.household, generation);
        return new Step(last.importId + "," + last.household, ofImport.size(), raised);
    }

    private boolean isBeingChecked(long importId) {
        return jdbc.sql("select count(*) from import_job where id = ? and state = 'CHECKING'").param(importId).query(Long.class)
                .single() > 0;
    }

    private record Position(long importId, int household) {

        static Position read(String written) {
            var comma = written.indexOf(',');
            return new Position(Long.parseLong(written.substring(0, comma)), Integer.parseInt(written.substring(comma + 1)));
        }
    }
}
