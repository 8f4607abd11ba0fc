package org.jingzhun.starter.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Does a creation once for each {@code Idempotency-Key} of an account and route. */
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,80}");
    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Digests digests;
    private final Clock clock;
    private final Duration keepFor;
    private final JsonMapper canonical = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    Idempotency(JdbcClient jdbc, Transactions transactions, Digests digests, Clock clock, Duration keepFor) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.digests = digests;
        this.clock = clock;
        this.keepFor = keepFor;
    }

    /**
     * What became of the request.
     *
     * @param location of the resource, relative, as the creation returned it
     * @param repeated whether it had been created by an earlier request
     */
    public record Outcome(String location, boolean repeated) {}

    /**
     * Runs the creation in one transaction with its key, or not at all if the key is known.
     *
     * @param route method and path template, such as {@code POST /api/household/v1/imports}
     * @param key the header, as it came
     * @param body what was asked for; equal bodies have equal JSON
     * @param creation returns the location of what it created
     * @throws IdempotencyKeyMissing without a key
     * @throws IdempotencyKeyReused if the key came with another body before
     * @throws StillRunning if the first request with this key has not ended
     */
    public Outcome once(Caller caller, String route, @Nullable String key, Object body, Supplier<String> creation) {
        if (key == null || key.isBlank()) {
            throw new IdempotencyKeyMissing();
        }
        if (!KEY.matcher(key).matches()) {
            throw new IdempotencyKeyMalformed();
        }
        var digest = digests.of("idempotency", body instanceof byte[] bytes ? bytes : canonical.writeValueAsBytes(body));
        return transactions.inOne(() -> {
            if (!insert(caller.account(), route, key, digest)) {
                return repeated(caller.account(), route, key, digest);
            }
            var location = creation.get();
            jdbc.sql("update idempotency_key set location = ? where account = ? and route = ? and sent_key = ?")
                    .param(location).param(caller.account()).param(route).param(key)
                    .update();
            return new Outcome(location, false);
        });
    }

    /** Forgets keys that are older than the setting says. */
    int forgetOld() {
        var before = LocalDateTime.ofInstant(clock.instant().minus(keepFor), ZoneOffset.UTC);
        var all = 0;
        var some = 0;
        do {
            some = jdbc.sql("delete from idempotency_key where created_at < ? order by created_at limit " + AT_ONCE)
                    .param(before)
                    .update();
            all += some;
        } while (some == AT_ONCE);
        return all;
    }

    private boolean insert(String account, String route, String key, byte[] digest) {
        try {
            jdbc.sql("insert into idempotency_key (account, route, sent_key, body_digest, created_at) values (?, ?, ?, ?, ?)")
                    .param(account).param(route).param(key).param(digest)
                    .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        } catch (CannotAcquireLockException e) {
            if (Transactions.isDeadlock(e)) {
                throw e; // tried again around the whole transaction
            }
            throw new StillRunning();
        }
    }

    private Outcome repeated(String account, String route, String key, byte[] digest) {
        var before = jdbc
                .sql("select body_digest, location from idempotency_key where account = ? and route = ? and sent_key = ?")
                .param(account).param(route).param(key)
                .query(Known.class)
                .single();
        if (!Arrays.equals(before.bodyDigest, digest)) {
            throw new IdempotencyKeyReused();
        }
        return new Outcome(before.location, true);
    }

    @SuppressWarnings("ArrayRecordComponent") // a row of the table, never compared as a whole
    private record Known(byte[] bodyDigest, String location) {}
}
