package org.jingzhun.identity.session;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jingzhun.identity.account.AccessChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the sessions of an account in the very transaction that changes it: refresh tokens are gone, and the cutoff waits in a
 * table until Redis has taken it, so that no crash in between forgets it.
 */
@Component
public class SessionEnd {

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionEnd(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccessChanged event) {
        jdbc.sql("delete from oauth2_authorization where principal_name = :account").param("account", event.account()).update();
        jdbc.sql("""
                insert into session_cutoff (account, cutoff_at, told_at) values (:account, :now, null)
                    on duplicate key update cutoff_at = values(cutoff_at), told_at = null
                """)
                .param("account", event.account())
                .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .update();
    }

    /** Whatever began before this moment is over. */
    public Optional<Instant> cutoff(String account) {
        return jdbc.sql("select cutoff_at from session_cutoff where account = :account")
                .param("account", account)
                .query((row, number) -> row.getTimestamp("cutoff_at").toInstant())
                .optional();
    }
}
