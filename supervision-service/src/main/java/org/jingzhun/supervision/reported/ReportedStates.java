package org.jingzhun.supervision.reported;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads the reported states, always within a scope: a record is seen from where it lies and from the other area it concerns. */
@Repository
class ReportedStates {

    /** Two walks over one index each; who reaches both areas of a record meets it where it lies. */
    private static final String PAGE = """
            select * from (
                (select r.*, r.division as place from reported_state r
                  where r.source = :source and r.kind = :kind and {here}
                    and r.division >= :lastPlace and (r.division > :lastPlace or r.id > :lastId)
                  order by r.division, r.id limit :fetch)
                union all
                (select r.*, r.also_division as place from reported_state r
                  where r.source = :source and r.kind = :kind and {also} and not {here}
                    and r.also_division >= :lastPlace and (r.also_division > :lastPlace or r.id > :lastId)
                  order by r.also_division, r.id limit :fetch)) found
             order by place, id limit :fetch
            """;
    private static final String ONE = """
            select r.*, r.division as place from reported_state r
             where r.source = :source and r.kind = :kind and r.id = :id and ({here} or {also})
            """;
    private static final String DIGEST = """
            select source, count(*) as states,
                   lower(concat(lpad(hex(bit_xor(cast(conv(left(h, 16), 16, 10) as unsigned))), 16, '0'),
                                lpad(hex(bit_xor(cast(conv(substring(h, 17, 16), 16, 10) as unsigned))), 16, '0'))) as digest
              from (select source, sha2(concat_ws('|', kind, id, version, happened, division, coalesce(also_division, '-'),
                                                  coalesce(effective_on, '-'), coalesce(recorded_at, '-'), coalesce(body, '-')), 256) as h
                      from reported_state r where {here}) hashed
             group by source order by source
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReportedStates(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The states of one kind, division by division. */
    Page<Reported> page(String source, String kind, Scope scope, Cursor after) {
        var here = scope.condition("r.division");
        var also = scope.condition("r.also_division", "also");
        var params = new HashMap<String, Object>(here.params());
        params.putAll(also.params());
        params.put("source", source);
        params.put("kind", kind);
        params.put("lastPlace", after.text(0));
        params.put("lastId", after.text(1));
        params.put("fetch", after.fetch());
        var found = jdbc.sql(PAGE.replace("{here}", here.sql()).replace("{also}", also.sql())).params(params).query(this::placed)
                .list();
        return Page.of(found, after, it -> List.of(it.place(), it.reported().id())).map(Placed::reported);
    }

    Optional<Reported> find(String source, String kind, String id, Scope scope) {
        var here = scope.condition("r.division");
        var also = scope.condition("r.also_division", "also");
        return jdbc.sql(ONE.replace("{here}", here.sql()).replace("{also}", also.sql())).params(here.params())
                .params(also.params()).param("source", source)
                .param("kind", kind).param("id", id).query(this::placed).optional().map(Placed::reported);
    }

    /** Per source a number that is the same for the same states, whatever the order in which they came, and whatever the server. */
    List<Digest> digests(Scope scope) {
        var here = scope.condition("r.division");
        return jdbc.sql(DIGEST.replace("{here}", here.sql())).params(here.params())
                .query((row, number) -> new Digest(row.getString("source"), row.getLong("states"), row.getString("digest")))
                .list();
    }

    private Placed placed(ResultSet row, int number) throws SQLException {
        var body = row.getString("body");
        return new Placed(row.getString("place"), new Reported(row.getString("source"), row.getString("kind"),
                row.getString("id"),
                row.getLong("version"), row.getString("happened"), row.getString("division"), row.getString("also_division"),
                row.getObject("effective_on", LocalDate.class), instant(row.getObject("recorded_at", LocalDateTime.class)),
                body == null ? null : json.readTree(body)));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private record Placed(String place, Reported reported) {}

    /**
     * What all states of a source are worth.
     *
     * @param digest 32 hexadecimal digits, without regard to order
     */
    record Digest(String source, long states, String digest) {}
}
