package org.jingzhun.identity.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets of service accounts. An account may have several, each with its end, so that one is replaced without a pause.
 *
 * <p>A secret is 256 random bits, which nobody guesses: a fast salted digest protects it as well as a slow one, and a token
 * costs no more than its signature.
 */
@Component
public class ServiceSecrets {

    private static final int MOST_AT_ONCE = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    ServiceSecrets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The digests that still count. */
    public List<String> valid(String account) {
        return jdbc.sql("select hash from service_secret where account = :account and expires_at > :now")
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
    }

    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Added add(String account, String secret, Duration lifetime) {
        if (valid(account).size() >= MOST_AT_ONCE) {
            throw new TooManySecrets(MOST_AT_ONCE);
        }
        var now = clock.instant();
        var added = new Added(UUID.randomUUID().toString(), now.plus(lifetime));
        jdbc.sql("""
                insert into service_secret (id, account, hash, created_at, expires_at)
                values (:id, :account, :hash, :now, :end)
                """)
                .param("id", added.id())
                .param("account", account)
                .param("hash", digest(secret))
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(added.expiresAt()))
                .update();
        return added;
    }

    boolean remove(String account, String id) {
        return jdbc.sql("delete from service_secret where id = :id and account = :account")
                .param("id", id)
                .param("account", account)
                .update() == 1;
    }

    List<Known> list(String account) {
        return jdbc.sql("select id, created_at, expires_at from service_secret where account = :account order by created_at, id")
                .param("account", account)
                .query((row, number) -> new Known(row.getString("id"), row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .list();
    }

    /** A salted digest of a secret. */
    public static String digest(String secret) {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(sha256(salt, secret));
    }

    /** Whether the digest was made of this secret. */
    public static boolean matches(String secret, String digest) {
        int colon = digest.indexOf(':');
        return MessageDigest.isEqual(sha256(HexFormat.of().parseHex(digest.substring(0, colon)), secret),
                HexFormat.of().parseHex(digest.substring(colon + 1)));
    }

    private static byte[] sha256(byte[] salt, String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    record Added(String id, Instant expiresAt) {}

    record Known(String id, Instant createdAt, Instant expiresAt) {}
}
