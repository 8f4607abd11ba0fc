package org.jingzhun.starter.feed.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What could not be applied. */
class ParkedFacts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    ParkedFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a parked fact is about, without its version. */
    record About(String kind, String number) {

        static About of(Fact fact) {
            return new About(fact.aggregate().kind(), fact.aggregate().id());
        }
    }

    Set<About> of(String source) {
        return new HashSet<>(
                jdbc.sql("select distinct aggregate_kind as kind, aggregate as number from parked_fact where source = ?")
                        .param(source).query(About.class).list());
    }

    void park(String source, Fact fact, int attempts, @Nullable String error) {
        jdbc.sql("""
                insert into parked_fact (source, position, aggregate_kind, aggregate, fact, attempts, error, parked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """).param(source).param(fact.position()).param(fact.aggregate().kind()).param(fact.aggregate().id())
                .param(JSON.writeValueAsString(fact)).param(attempts).param(error)
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
    }

    List<ParkedFact> after(long id, int limit) {
        return jdbc.sql("select * from parked_fact where id > ? order by id limit ?").param(id).param(limit)
                .query(ParkedFacts::parked).list();
    }

    Optional<ParkedFact> find(long id) {
        return jdbc.sql("select * from parked_fact where id = ?").param(id).query(ParkedFacts::parked).optional();
    }

    /** All of one thing in their order. */
    List<ParkedFact> about(ParkedFact one) {
        return jdbc.sql("""
                select * from parked_fact where source = ? and aggregate_kind = ? and aggregate = ? order by position
                """).param(one.source()).param(one.aggregateKind()).param(one.aggregate()).query(ParkedFacts::parked).list();
    }

    void done(ParkedFact one) {
        jdbc.sql("delete from parked_fact where id = ?").param(one.id()).update();
    }

    void failedAgain(ParkedFact one, String error) {
        jdbc.sql("update parked_fact set attempts = attempts + 1, error = ? where id = ?").param(error).param(one.id()).update();
    }

    /** A source that is read from zero tells them again. */
    void forget(String source) {
        jdbc.sql("delete from parked_fact where source = ?").param(source).update();
    }

    long count(String source) {
        return jdbc.sql("select count(*) from parked_fact where source = ?").param(source).query(Long.class).single();
    }

    private static ParkedFact parked(ResultSet row, int number) throws SQLException {
        return new ParkedFact(row.getLong("id"), row.getString("source"), row.getLong("position"),
                row.getString("aggregate_kind"),
                row.getString("aggregate"), JSON.readValue(row.getString("fact"), Fact.class), row.getInt("attempts"),
                row.getString("error"), row.getObject("parked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
