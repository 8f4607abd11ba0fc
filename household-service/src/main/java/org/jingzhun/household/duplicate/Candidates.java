package org.jingzhun.household.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pairs that were found. */
@Component
class Candidates {

    private static final String COLUMNS = """
            c.id, c.number, c.first_person, c.second_person, c.first_village, c.second_village, c.score, c.parts, c.rule_version,
            c.state, c.found_at, c.keep_person, c.reason, c.decided_by, c.decided_at, c.decided_versions, c.approved_by,
            c.approved_at, c.refusal, c.version""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Candidates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Raises a pair, or brings it up to date while nobody has judged it. A judged pair comes back when what was compared has changed. */
    void raise(Facts one, Facts other, Score score, String ruleVersion) {
        var inOrder = one.number().compareTo(other.number()) < 0;
        var first = inOrder ? one : other;
        var second = inOrder ? other : one;
        jdbc.sql("""
                insert into duplicate_candidate (number, first_person, second_person, first_village, second_village, score, parts,
                       rule_version, fingerprint, state, found_at, version)
                values (:number, :first, :second, :firstVillage, :secondVillage, :score, :parts, :rules, :fingerprint, 'OPEN', :now, 1)
                on duplicate key update
                       version = version + (state = 'NOT_SAME' and fingerprint <> values(fingerprint)),
                       found_at = if(state = 'NOT_SAME' and fingerprint <> values(fingerprint), values(found_at), found_at),
                       state = if(state = 'NOT_SAME' and fingerprint <> values(fingerprint), 'OPEN', state),
                       first_village = if(state = 'OPEN', values(first_village), first_village),
                       second_village = if(state = 'OPEN', values(second_village), second_village),
                       score = if(state = 'OPEN', values(score), score),
                       parts = if(state = 'OPEN', values(parts), parts),
                       rule_version = if(state = 'OPEN', values(rule_version), rule_version),
                       fingerprint = if(state = 'OPEN', values(fingerprint), fingerprint)
                """).param("number", Numbers.random("D")).param("first", first.number()).param("second", second.number())
                .param("firstVillage", first.village()).param("secondVillage", second.village()).param("score", score.total())
                .param("parts", score.written()).param("rules", ruleVersion)
                .param("fingerprint", MatchKeys.number(first.compared(), second.compared())).param("now", now()).update();
    }

    /**
     * The pairs of which at least one lives in the scope, in the order in which they were found.
     *
     * <p>A pair lies in two places: each half is an index range of its own, and both are merged.
     *
     * @param minScore null for all; else only pairs of which both are seen, as a score tells of the other one
     */
    List<Candidate> page(Scope scope, @Nullable CandidateState state, @Nullable Integer minScore, Cursor after) {
        var first = scope.condition("c.first_village", "first");
        var second = scope.condition("c.second_village", "second");
        var params = new HashMap<String, Object>(first.params());
        params.putAll(second.params());
        params.put("after", after.number(0));
        params.put("fetch", after.fetch());
        params.put("state", state == null ? "" : state.name());
        params.put("minScore", minScore == null ? 0 : minScore);
        var filter = "c.id > :after and (:state = '' or c.state = :state)"
                + (minScore == null ? "" : " and c.score >= :minScore and " + first.sql() + " and " + second.sql());
        return jdbc.sql("""
                select * from (
                    (select %1$s from duplicate_candidate c where %2$s and %4$s order by c.id limit :fetch)
                     union
                    (select %1$s from duplicate_candidate c where %3$s and %4$s order by c.id limit :fetch)) c
                 order by c.id
                 limit :fetch
                """.formatted(COLUMNS, first.sql(), second.sql(), filter)).params(params).query((row, index) -> candidate(row))
                .list();
    }

    Optional<Candidate> find(String number) {
        return jdbc.sql("select " + COLUMNS + " from duplicate_candidate c where c.number = ?").param(number)
                .query((row, index) -> candidate(row)).optional();
    }

    /** The pair, which nobody else judges before the transaction ends. */
    Optional<Candidate> lock(String number) {
        return jdbc.sql("select " + COLUMNS + " from duplicate_candidate c where c.number = ? for update").param(number)
                .query((row, index) -> candidate(row)).optional();
    }

    void propose(Candidate pair, CandidateState next, @Nullable String keep, String reason, String by, String versions) {
        jdbc.sql("""
                update duplicate_candidate set state = :state, keep_person = :keep, reason = :reason, decided_by = :by,
                       decided_at = :now, decided_versions = :versions, approved_by = null, approved_at = null, refusal = null,
                       version = version + 1
                 where id = :id
                """).param("state", next.name()).param("keep", keep).param("reason", reason).param("by", by).param("now", now())
                .param("versions", versions).param("id", pair.id()).update();
    }

    /** Ends the judgement of a pair, or opens it again with the reason why it was not approved. */
    void conclude(Candidate pair, CandidateState next, String by, @Nullable String refusal) {
        jdbc.sql("""
                update duplicate_candidate set state = :state, approved_by = :by, approved_at = :now, refusal = :refusal,
                       keep_person = if(:state = 'MERGED', keep_person, null), version = version + 1
                 where id = :id
                """).param("state", next.name()).param("by", by).param("now", now()).param("refusal", refusal)
                .param("id", pair.id()).update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                row.getString(6), row.getInt(7), row.getString(8), row.getString(9), CandidateState.valueOf(row.getString(10)),
                row.getObject(11, LocalDateTime.class), row.getString(12), row.getString(13), row.getString(14),
                row.getObject(15, LocalDateTime.class), row.getString(16), row.getString(17),
                row.getObject(18, LocalDateTime.class), row.getString(19), row.getInt(20));
    }
}
