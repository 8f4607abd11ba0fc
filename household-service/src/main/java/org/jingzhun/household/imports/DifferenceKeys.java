package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which households and rows of a file differ from the register, in the order of the file; a household comes before its rows. */
@Component
class DifferenceKeys {

    private final JdbcClient jdbc;

    DifferenceKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What may be asked for. */
    enum Kind {

        NEW("hh.change_kind = 1", "(r.change_kind & 5) <> 0"),

        CHANGED("((hh.change_kind & 14) <> 0 or (hh.older & 48) <> 0)", "((r.change_kind & 10) <> 0 or (r.older & 48) <> 0)"),

        CONFLICTING("(hh.older & 12) <> 0", "(r.older & 12) <> 0"),

        /** What the register knows better. */
        NEWER("(hh.older & 3) <> 0", "(r.older & 3) <> 0"),

        ALL("(hh.change_kind <> 0 or hh.older <> 0)", "((r.change_kind & 15) <> 0 or (r.older & 63) <> 0)");

        private final String households;
        private final String rows;

        Kind(String households, String rows) {
            this.households = households;
            this.rows = rows;
        }
    }

    List<DifferenceKey> after(ImportJob job, Kind kind, int household, int row, int limit) {
        return find(job, kind.households, kind.rows, household, row, Integer.MAX_VALUE, limit);
    }

    /** Those of a chunk that meet rows that hold from a later day, and that may be written nevertheless. */
    List<DifferenceKey> older(Range range, boolean conflicts) {
        var bits = conflicts ? "60" : "48";
        return find(range.job(), "(hh.older & %s) <> 0".formatted(bits), "(r.older & %s) <> 0".formatted(bits), range.from() - 1,
                Integer.MAX_VALUE, range.to(), Integer.MAX_VALUE);
    }

    private List<DifferenceKey> find(ImportJob job, String households, String rows, int household, int row, int last, int limit) {
        var parameters = Map.of("import", job.id(), "household", household, "row", row, "last", last, "limit", limit);
        var keys = new ArrayList<>(jdbc.sql("""
                select hh.household_seq, 0 as row_no from import_household hh
                 where hh.import_id = :import and hh.household_seq > :household and hh.household_seq <= :last and hh.refused = false
                   and %s
                 order by hh.household_seq limit :limit
                """.formatted(households)).params(parameters).query(DifferenceKey.class).list());
        keys.addAll(jdbc.sql("""
                select r.household_seq, r.row_no from import_row r
                 where r.import_id = :import and r.household_seq >= :household and r.household_seq <= :last
                   and (r.household_seq > :household or r.row_no > :row) and r.refused = false and %s
                 order by r.household_seq, r.row_no limit :limit
                """.formatted(rows)).params(parameters).query(DifferenceKey.class).list());
        return keys.stream().sorted(DifferenceKey.ORDER).limit(limit).toList();
    }
}
