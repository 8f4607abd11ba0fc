package org.jingzhun.household.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jingzhun.household.register.FieldColumns;
import org.jingzhun.starter.access.CodeRange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a snapshot village by village: each village and the progress in one transaction, so that a job that broke off goes on. All see the
 * register as it was known when the snapshot was ordered, whatever changes meanwhile.
 */
@Component
class Taking {

    private static final String FIELDS = FieldColumns.HOUSEHOLD.fields().stream().map(field -> field.column())
            .reduce((a, b) -> a + ", " + b).orElseThrow();
    private static final String MEMBER_FIELDS = FieldColumns.MEMBERSHIP.listed("m").replace("m.", "") + ", "
            + FieldColumns.PERSON.listed("p").replace("p.", "");

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final ApplicationEventPublisher events;

    Taking(JdbcClient jdbc, Snapshots snapshots, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.events = events;
    }

    /** Takes the next village; false where there is none, or another process goes on with it. */
    @Transactional
    public boolean next(Snapshot snapshot) {
        var range = CodeRange.under(snapshot.area());
        var village = jdbc.sql("""
                select min(v.village) from (
                  select min(village) village from household where village > :after and village between :from and :to
                  union all
                  select min(village) from household_history where village > :after and village between :from and :to) v
                """).param("after", snapshot.afterVillage()).param("from", range.from()).param("to", range.to())
                .query((row, index) -> row.getString(1)).list().getFirst();
        if (village == null) {
            if (snapshots.finish(snapshot)) {
                events.publishEvent(new SnapshotFinished(snapshot.area(), snapshot.year(), snapshot.knownAt().toInstant()));
            }
            return false;
        }
        var params = new HashMap<String, Object>(snapshot.moment().params());
        params.put("year", snapshot.year());
        params.put("village", village);
        params.put("snapshot", snapshot.id());
        if (!snapshots.advance(snapshot, village, 0, 0)) {
            return false;
        }
        int households = households(params);
        int persons = households == 0 ? 0 : members(params);
        jdbc.sql("update snapshot set households = households + :households, persons = persons + :persons where id = :snapshot")
                .param("households", households).param("persons", persons).param("snapshot", snapshot.id()).update();
        return true;
    }

    private int households(Map<String, Object> params) {
        var rows = Moment.rows(Holder.HOUSEHOLD, "t.village = :village");
        return jdbc.sql("""
                insert into household_snapshot (year, village, number, snapshot_id, household_id, data_year, %s)
                select :year, x.village, x.number, :snapshot, x.id, x.data_year, %s
                  from %s x
                 where x.removed_on is null
                """.formatted(FIELDS, FieldColumns.HOUSEHOLD.listed("x"), rows)).params(params)
                .update();
    }

    private int members(Map<String, Object> params) {
        var households = jdbc.sql("select household_id from household_snapshot where year = :year and village = :village")
                .params(params).query(Long.class).list();
        var memberships = Moment.rows(Holder.MEMBERSHIP, "t.household_id in (:households)");
        List<Long> persons = jdbc.sql("select m.person_id from %s m".formatted(memberships)).params(params)
                .param("households", households).query(Long.class).list();
        if (persons.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                insert into member_snapshot (year, village, household, number, membership_id, %s)
                select :year, :village, h.number, p.number, m.id, %s, %s
                  from %s m
                  join household h on h.id = m.household_id
                  join %s p on p.id = m.person_id
                """.formatted(MEMBER_FIELDS, FieldColumns.MEMBERSHIP.listed("m"), FieldColumns.PERSON.listed("p"), memberships,
                Moment.rows(Holder.PERSON, "t.id in (:persons)"))).params(params).param("households", households)
                .param("persons", persons).update();
    }
}
