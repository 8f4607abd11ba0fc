package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.duplicate.ElsewhereNotices;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.jingzhun.household.imports.Range.ROWS;

/** Tells counties whose persons or households stand in the file of another one. */
@Component
class OtherCounties {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final ElsewhereNotices notices;

    OtherCounties(JdbcClient jdbc, Audit audit, ElsewhereNotices notices) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.notices = notices;
    }

    /** The county that has the person or household learns of it by a notice and its audit; the officer only learns that it is elsewhere. */
    void tell(Range range) {
        var job = range.job();
        for (var elsewhere : elsewhere(range)) {
            var village = elsewhere.village();
            audit.recordJob(job.account(), "import.registered-elsewhere",
                    village == null
                            ? Subject.of(elsewhere.kind(), elsewhere.number())
                            : Subject.in(village, elsewhere.kind(), elsewhere.number()),
                    Map.of("import", job.number(), "claimedBy", job.county()));
            notices.tell(elsewhere.kind(), elsewhere.number(), village, job.county(), ElsewhereNotices.Way.IMPORT);
        }
    }

    /** Persons and households of the file that another county has: it is told, the officer is not told where. */
    private List<Elsewhere> elsewhere(Range range) {
        var found = new ArrayList<Elsewhere>();
        if (!range.template().isOfHouseholds()) {
            found.addAll(jdbc.sql("""
                    select distinct 'person' as kind, coalesce(d.number, p.number) as number,
                           coalesce(dh.village, ph.village) as village
                      from import_finding f
                      straight_join import_row r on r.import_id = f.import_id and r.row_no = f.row_no
                       and r.household_seq = f.household_seq
                      %s
                     where f.import_id = :import and f.code = 'registered-elsewhere' and %s
                    """.formatted(Verdict.register(range.template()), ROWS)).params(range.parameters()).query(Elsewhere.class)
                    .list());
        }
        found.addAll(jdbc.sql("""
                select distinct 'household' as kind, h.number, h.village
                  from import_finding f
                  straight_join import_row r on r.import_id = f.import_id and r.row_no = f.row_no and r.household_seq = f.household_seq
                  straight_join household h on h.number = r.household_number
                 where f.import_id = :import and f.code = 'household-registered-elsewhere' and %s
                """.formatted(ROWS)).params(range.parameters()).query(Elsewhere.class).list());
        return found;
    }

    private record Elsewhere(String kind, String number, @Nullable String village) {}
}
