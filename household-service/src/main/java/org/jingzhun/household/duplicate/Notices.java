package org.jingzhun.household.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.page.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What counties were told, and what they answered. */
@Service
class Notices {

    private static final String COLUMNS = """
            id, number, kind, subject, village, claimed_by, way, state, times, first_at, last_at, answer, remark, answered_by,
            answered_at""";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Notices(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a notice. */
    enum State {
        OPEN, ANSWERED
    }

    /** What the county says of the one who is claimed. */
    enum Answer {

        /** He lives here and stays. */
        STAYS,

        /** He has moved to the claimant and will be taken out here. */
        MOVED,

        /** The number was wrong, here or there. */
        WRONG_NUMBER
    }

    /**
     * A notice.
     *
     * @param subject the number of the person or household
     * @param claimedBy the code of the county
     * @param times how often it was claimed
     */
    record Notice(long id, String number, String kind, String subject, String village, String claimedBy, String way, State state,
            int times, LocalDateTime firstAt, LocalDateTime lastAt, @Nullable Answer answer, @Nullable String remark,
            @Nullable String answeredBy, @Nullable LocalDateTime answeredAt) {}

    /** Those of an area, in the order in which they were told first. */
    List<Notice> page(Scope scope, @Nullable State state, Cursor after) {
        var where = scope.condition("n.village");
        var params = new HashMap<String, Object>(where.params());
        params.put("after", after.number(0));
        params.put("state", state == null ? "" : state.name());
        params.put("fetch", after.fetch());
        return jdbc.sql("""
                select %s from registered_elsewhere_notice n
                 where %s and n.id > :after and (:state = '' or n.state = :state)
                 order by n.id limit :fetch
                """.formatted(COLUMNS, where.sql())).params(params).query((row, index) -> notice(row)).list();
    }

    /** Answers a notice; an answer may be given anew. */
    @Transactional
    public Notice answer(String number, Answer answer, @Nullable String remark, Scope scope, Caller caller) {
        var notice = find(number, true).filter(it -> scope.covers(it.village())).orElseThrow(Refusals.NotFound::new);
        jdbc.sql("""
                update registered_elsewhere_notice set state = 'ANSWERED', answer = :answer, remark = :remark, answered_by = :by,
                       answered_at = :now
                 where id = :id
                """).param("answer", answer.name()).param("remark", remark).param("by", caller.account())
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("id", notice.id()).update();
        audit.record(caller, "duplicate.notice-answered", Subject.in(notice.village(), notice.kind(), notice.subject()),
                Map.of("notice", number, "answer", answer.name()));
        return find(number, false).orElseThrow(Refusals.NotFound::new);
    }

    private Optional<Notice> find(String number, boolean locked) {
        return jdbc
                .sql("select " + COLUMNS + " from registered_elsewhere_notice where number = ?" + (locked ? " for update" : ""))
                .param(number).query((row, index) -> notice(row)).optional();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        var answer = row.getString(12);
        return new Notice(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                row.getString(6), row.getString(7), State.valueOf(row.getString(8)), row.getInt(9),
                row.getObject(10, LocalDateTime.class), row.getObject(11, LocalDateTime.class),
                answer == null ? null : Answer.valueOf(answer), row.getString(13), row.getString(14),
                row.getObject(15, LocalDateTime.class));
    }
}
