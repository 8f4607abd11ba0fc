package org.jingzhun.bench.torture;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables say in the end: of everything that must not be, how often it is. By differences of sets, since a fact's id is text and meets no index of a number. */
final class Verdict {

    private final JdbcClient jdbc;

    Verdict(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the producer: what was committed against what was told. */
    Map<String, Long> producer() {
        var wrong = new LinkedHashMap<String, Long>();
        wrong.put("facts still without a position", count("select count(*) from torture.fact_waiting"));
        wrong.put("gaps in the positions", count("select coalesce(max(position), 0) - count(*) from torture.fact"));
        wrong.put("head that is not the last position",
                count("select abs(position - (select coalesce(max(position), 0) from torture.fact)) from torture.feed_state"));
        wrong.put("changes without a fact", count("""
                select count(*) from (select thing, version from torture.truth except select cast(aggregate as signed), version from torture.fact) d
                """));
        wrong.put("facts without a change", count("""
                select count(*) from (select cast(aggregate as signed), version from torture.fact except select thing, version from torture.truth) d
                """));
        wrong.put("facts told twice", count("select count(*) - count(distinct aggregate, version) from torture.fact"));
        wrong.put("facts out of their aggregate's order", count("""
                select count(*) from (select version, lag(version) over (partition by aggregate order by position) before_it
                                        from torture.fact) f
                 where before_it >= version
                """));
        return wrong;
    }

    /** Of a consumer; where facts are mangled on the way, those that were overtaken have no effect. */
    Map<String, Long> consumer(String schema, boolean mangled) {
        var wrong = new LinkedHashMap<String, Long>();
        if (!mangled) {
            wrong.put("facts without an effect", count("""
                    select count(*) from (select cast(aggregate as signed), version from torture.fact except select thing, version from %s.effect) d
                    """.formatted(schema)));
        }
        wrong.put("effects without a fact", count("""
                select count(*) from (select thing, version, position from %s.effect
                                      except select cast(aggregate as signed), version, position from torture.fact) d
                """.formatted(schema)));
        wrong.put("effects taken twice",
                count("select count(*) - count(distinct thing, version) from %s.effect".formatted(schema)));
        wrong.put("effects out of their aggregate's order", count("""
                select count(*) from (select version, lag(version) over (partition by thing order by id) before_it from %s.effect) e
                 where before_it >= version
                """.formatted(schema)));
        wrong.put("things that are not as at the producer", count("""
                select count(*) from torture.thing t left join %s.mirror m on m.thing = t.id
                 where t.version > 0 and (m.thing is null or m.version <> t.version or m.amount <> t.amount)
                """.formatted(schema)));
        wrong.put("facts parked", count("select count(*) from %s.parked_fact".formatted(schema)));
        return wrong;
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
