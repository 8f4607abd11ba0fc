package org.jingzhun.household.duplicate;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jingzhun.household.duplicate.SearchJob.Phase;
import org.jingzhun.household.duplicate.SearchJob.State;
import org.jingzhun.starter.access.CodeRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The searches and how far they have come. */
@Component
class SearchJobs {

    private static final String COLUMNS = """
            id, number, account, area, state, phase, last_village, last_household, done, total, compared, found, version,
            created_at, finished_at""";
    private static final int PREFECTURE = 4;

    private final JdbcClient jdbc;
    private final Clock clock;

    SearchJobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The villages that a phase of a search walks over. */
    static CodeRange range(SearchJob job, Phase phase) {
        return range(job.area(), phase);
    }

    private static CodeRange range(String area, Phase phase) {
        return CodeRange.under(phase == Phase.KEYS && area.length() > PREFECTURE ? area.substring(0, PREFECTURE) : area);
    }

    String add(String area, String account) {
        var number = Numbers.random("F");
        jdbc.sql("""
                insert into duplicate_search (number, account, area, state, phase, last_village, last_household, done, total, compared,
                       found, failures, version, created_at, changed_at)
                values (:number, :account, :area, 'RUNNING', 'KEYS', '', '', 0, :total, 0, 0, 0, 1, :now, :now)
                """).param("number", number).param("account", account).param("area", area)
                .param("total", households(range(area, Phase.KEYS)) + households(range(area, Phase.PAIRS)))
                .param("now", now()).update();
        return number;
    }

    private int households(CodeRange range) {
        return jdbc.sql("select count(*) from household where village between ? and ? and removed_on is null").param(range.from())
                .param(range.to()).query(Integer.class).single();
    }

    /** A search of this account. */
    Optional<SearchJob> find(String number, String account) {
        return find(number).filter(job -> job.account().equals(account));
    }

    Optional<SearchJob> find(String number) {
        return jdbc.sql("select " + COLUMNS + " from duplicate_search where number = ?").param(number)
                .query((row, index) -> new SearchJob(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                        State.valueOf(row.getString(5)), Phase.valueOf(row.getString(6)), row.getString(7), row.getString(8),
                        row.getInt(9), row.getInt(10), row.getLong(11), row.getInt(12), row.getInt(13),
                        row.getObject(14, LocalDateTime.class), row.getObject(15, LocalDateTime.class)))
                .optional();
    }

    /** The next households of a phase, village by village. */
    List<Place> next(SearchJob job, int limit) {
        var range = range(job, job.phase());
        return jdbc.sql("""
                select id, village, number from household force index (household_by_village)
                 where village between :from and :to and village >= :village and (village > :village or number > :number)
                   and removed_on is null
                 order by village, number
                 limit :limit
                """).param("from", range.from()).param("to", range.to()).param("village", job.lastVillage())
                .param("number", job.lastHousehold()).param("limit", limit)
                .query((row, index) -> new Place(row.getLong(1), row.getString(2), row.getString(3))).list();
    }

    record Place(long household, String village, String number) {}

    /**
     * Moves a search on, in the transaction of what it did.
     *
     * @throws NoLongerOurs if it was cancelled, or somebody else has moved it since it was read
     */
    void advance(SearchJob was, SearchJob now) {
        var changed = jdbc.sql("""
                update duplicate_search set phase = :phase, last_village = :village, last_household = :household, done = :done,
                       compared = :compared, found = :found, failures = 0, version = version + 1, changed_at = :now,
                       state = :state, finished_at = if(:state = 'RUNNING', null, :now)
                 where id = :id and version = :version and state = 'RUNNING'
                """).param("phase", now.phase().name()).param("village", now.lastVillage())
                .param("household", now.lastHousehold())
                .param("done", now.done()).param("compared", now.compared()).param("found", now.found())
                .param("state", now.state().name()).param("now", now()).param("id", was.id()).param("version", was.version())
                .update();
        if (changed == 0) {
            throw new NoLongerOurs();
        }
    }

    boolean cancel(SearchJob job) {
        return end(job, State.CANCELLED);
    }

    /** Counts a failure of ours; the search is given up after some. */
    boolean failed(SearchJob job, int attempts) {
        jdbc.sql("update duplicate_search set failures = failures + 1 where id = ?").param(job.id()).update();
        var failures = jdbc.sql("select failures from duplicate_search where id = ?").param(job.id()).query(Integer.class)
                .single();
        return failures >= attempts && end(job, State.FAILED);
    }

    private boolean end(SearchJob job, State state) {
        return jdbc.sql("""
                update duplicate_search set state = :state, version = version + 1, changed_at = :now, finished_at = :now
                 where id = :id and state = 'RUNNING'
                """).param("state", state.name()).param("now", now()).param("id", job.id()).update() == 1;
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The search was cancelled, or another worker goes on with it. */
    static class NoLongerOurs extends RuntimeException {

        NoLongerOurs() {
            super("the search was cancelled or taken over");
        }
    }
}
