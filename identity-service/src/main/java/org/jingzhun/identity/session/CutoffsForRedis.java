package org.jingzhun.identity.session;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jingzhun.identity.account.AccessChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the gateway by Redis whose sessions are over: at once after the change, and again until Redis has heard it. */
@Component
class CutoffsForRedis {

    static final String NAME = "jingzhun:identity:cutoff";

    private static final Logger log = LoggerFactory.getLogger(CutoffsForRedis.class);
    /** No session is older than this, so that an older cutoff ends nothing. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final StringRedisTemplate redis;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    CutoffsForRedis(JdbcClient jdbc, StringRedisTemplate redis, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.redis = redis;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener
    void on(AccessChanged event) {
        tellRedis();
    }

    void tellRedis() {
        try {
            // After a commit the connection of that transaction is still at hand, but nothing would commit what is written by it.
            ownTransaction.executeWithoutResult(status -> waiting().forEach(this::tell));
        } catch (DataAccessException e) {
            log.warn("Redis or the database does not answer; ended sessions will be announced later: {}", e.getMessage());
        }
    }

    private Iterable<Cutoff> waiting() {
        return jdbc.sql("select account, cutoff_at from session_cutoff where told_at is null order by cutoff_at limit 500")
                .query((row, number) -> new Cutoff(row.getString("account"), row.getTimestamp("cutoff_at").toInstant()))
                .list();
    }

    private void tell(Cutoff cutoff) {
        redis.opsForValue().set(NAME + ":" + cutoff.account(), Long.toString(cutoff.at().toEpochMilli()), LONGEST_SESSION);
        redis.convertAndSend(NAME, cutoff.account());
        jdbc.sql("update session_cutoff set told_at = :now where account = :account and cutoff_at = :at")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", cutoff.account())
                .param("at", Timestamp.from(cutoff.at()))
                .update();
    }

    private record Cutoff(String account, Instant at) {}
}
