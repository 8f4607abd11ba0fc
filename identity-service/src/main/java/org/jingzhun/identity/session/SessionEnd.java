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
                insert into session_cutoff (account, cutoff_at, told_at) values (:account, :next, null)
                    on duplicate key update
                        cutoff_at = greatest(values(cutoff_at), cutoff_at + interval 1 second), told_at = null
                """)
                .param("account", event.account())
                .param("next", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)))
                .update();
    }

    /**
     * Whatever began before this moment is over. A token tells its beginning in whole seconds, so that this is the first whole second
     * after the end, later than the end before: nothing that was there can look as young.
     */
    public Optional<Instant> cutoff(String account) {
        return jdbc.sql("select cutoff_at from session_cutoff where account = :account")
                .param("account", account)
                .query((row, number) -> row.getTimestamp("cutoff_at").toInstant())
                .optional();
    }

    /** When something of this account that begins now may say it began, so that it does not look like what was ended. */
    public Instant beginning(String account, Instant now) {
        return cutoff(account).filter(now::isBefore).orElse(now);
    }
}
