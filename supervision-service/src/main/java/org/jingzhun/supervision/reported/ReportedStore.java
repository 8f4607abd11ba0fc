package org.jingzhun.supervision.reported;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writes what was told. Of two facts of one record the later one stays, in whatever order and how often they come, so that reading a
 * feed again from zero ends in the same table.
 */
@Repository
class ReportedStore {

    /** Nobody's: a record that lies outside what may be read is kept there without content. */
    static final String NOWHERE = "000000000000";

    private static final String LATER = """
            values(generation) > generation or (values(generation) = generation and
             (values(version) > version or (values(version) = version and values(position) >= position)))""";

    /**
     * Assignments go from left to right: what the comparison needs is assigned last, position before version before generation, so that it
     * comes out alike for every column.
     */
    private static final String PUT = """
            insert into reported_state (source, kind, id, division, also_division, happened, effective_on, recorded_at, body, position,
                                        version, generation)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update
             division = if(%1$s, values(division), division),
             also_division = if(%1$s, values(also_division), also_division),
             happened = if(%1$s, values(happened), happened),
             effective_on = if(%1$s, values(effective_on), effective_on),
             recorded_at = if(%1$s, values(recorded_at), recorded_at),
             body = if(%1$s, values(body), body),
             position = if(%1$s, values(position), position),
             version = if(%1$s, values(version), version),
             generation = if(%1$s, values(generation), generation)
            """.formatted(LATER);

    private final JdbcTemplate jdbc;

    ReportedStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps what was told, unless something later is known.
     *
     * @param generation counts how often the feed was begun from zero: what is told anew stands over whatever was told before
     */
    void put(String source, List<Told> told, int generation) {
        jdbc.batchUpdate(PUT, told.stream().map(it -> new @Nullable Object[]{source, it.kind(), it.id(), it.division(),
                it.alsoDivision(), it.happened(), it.effectiveOn(), utc(it.recordedAt()), it.body(), it.position(), it.version(),
                generation}).toList());
    }

    /** What was told in earlier generations only is not told any more. */
    int forgetBefore(String source, int generation) {
        return jdbc.update("delete from reported_state where source = ? and generation < ?", source, generation);
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** One fact as it is kept. */
    record Told(String kind, String id, long version, long position, String happened, String division,
            @Nullable String alsoDivision, @Nullable LocalDate effectiveOn, @Nullable Instant recordedAt, @Nullable String body) {

        /** A record that has left what may be read. */
        static Told left(String kind, String id, long version, long position) {
            return new Told(kind, id, version, position, "left-scope", NOWHERE, null, null, null, null);
        }
    }
}
