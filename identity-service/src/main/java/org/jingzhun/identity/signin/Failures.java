package org.jingzhun.identity.signin;

import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

import org.jingzhun.starter.crypto.Digests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing 【登录失败限速】. An attempt is counted as failed before the password is looked at, and taken back when it was
 * right: a hundred guesses sent at the same moment gain nothing.
 *
 * <p>Logins that do not exist are counted like others, so that the wait does not tell which exist. What was typed is not stored, only
 * a keyed digest of it.
 */
@Component
class Failures {

    private final JdbcClient jdbc;
    private final Digests digests;
    private final SignInSettings settings;
    private final Clock clock;

    Failures(JdbcClient jdbc, Digests digests, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts an attempt, unless this login or address has to wait; then it tells how long. */
    @Transactional
    public Duration countBefore(String login, String address) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        var byLogin = locked(login(login), now);
        var byAddress = locked(address(address), now);
        var wait = longer(byLogin.waitAt(now), byAddress.waitAt(now));
        if (wait.isZero()) {
            write(byLogin, settings.perAccount(), now);
            write(byAddress, settings.perAddress(), now);
        }
        return wait;
    }

    /** The attempt was none of a guesser. */
    @Transactional
    public void takeBack(String login, String address) {
        jdbc.sql("delete from sign_in_failure where subject = :subject").param("subject", login(login)).update();
        jdbc.sql(
                "update sign_in_failure set failures = failures - 1, blocked_until = last_at where subject = :subject and failures > 0")
                .param("subject", address(address))
                .update();
    }

    void forgetOld() {
        jdbc.sql("delete from sign_in_failure where last_at < :longAgo limit 5000")
                .param("longAgo", Timestamp.from(clock.instant().minus(settings.forgetAfter())))
                .update();
    }

    private Counted locked(String subject, Instant now) {
        jdbc.sql("""
                insert into sign_in_failure (subject, failures, last_at, blocked_until) values (:subject, 0, :now, :now)
                    on duplicate key update subject = values(subject)
                """).param("subject", subject).param("now", Timestamp.from(now)).update();
        return jdbc.sql("select failures, last_at, blocked_until from sign_in_failure where subject = :subject for update")
                .param("subject", subject)
                .query((row, number) -> new Counted(subject,
                        row.getTimestamp("last_at").toInstant().plus(settings.forgetAfter()).isBefore(now)
                                ? 0
                                : row.getInt("failures"),
                        row.getTimestamp("blocked_until").toInstant()))
                .single();
    }

    private void write(Counted counted, SignInSettings.Slowing slowing, Instant now) {
        int failures = counted.failures() + 1;
        jdbc.sql(
                "update sign_in_failure set failures = :failures, last_at = :now, blocked_until = :until where subject = :subject")
                .param("failures", failures)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(slowing.after(failures))))
                .param("subject", counted.subject())
                .update();
    }

    private String login(String login) {
        return HexFormat.of().formatHex(digests.of("sign-in-login", login.strip().toLowerCase(Locale.ROOT)));
    }

    private String address(String address) {
        return HexFormat.of().formatHex(digests.of("sign-in-address", network(address)));
    }

    /** One subscriber has a whole /64 of IPv6 addresses to choose from. */
    private static byte[] network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes;
        } catch (IllegalArgumentException notAnAddress) {
            return new byte[0];
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private record Counted(String subject, int failures, Instant blockedUntil) {

        Duration waitAt(Instant now) {
            return now.isBefore(blockedUntil) ? Duration.between(now, blockedUntil) : Duration.ZERO;
        }
    }
}
