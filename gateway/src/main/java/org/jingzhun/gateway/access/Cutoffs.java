package org.jingzhun.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jingzhun.gateway.redis.RedisLink;
import org.jingzhun.gateway.redis.RedisUnavailable;
import org.springframework.stereotype.Component;

/**
 * Until when an account's sign-ins were ended 【强制下线】. Identity writes the instant to Redis and calls the account out on a
 * channel; a request costs one look into memory. Should a call be lost, the account is looked up again after a few seconds.
 * While Redis is away, the last known answer holds: tokens live for minutes, and identity refuses to renew them.
 */
@Component
public class Cutoffs {

    private static final String KEY = "jingzhun:identity:cutoff:";
    private static final String CHANNEL = "jingzhun:identity:cutoff";

    private final RedisLink<String> redis;
    private final Clock clock;
    private final long recheck;
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();
    private volatile boolean listening;

    Cutoffs(RedisLink<String> sessionRedis, IdentitySettings settings, Clock clock) {
        this.redis = sessionRedis;
        this.clock = clock;
        this.recheck = settings.cutoffRecheck().toNanos();
        redis.listen(CHANNEL, this::called, this::connected);
    }

    /** Was what was issued at this instant ended since? */
    public boolean ended(String account, Instant issued) {
        var cutoff = known.get(account, unseen -> new Known());
        if (cutoff.isDue(listening ? recheck : recheck / 5)) {
            look(account, cutoff);
        }
        return issued.toEpochMilli() < cutoff.instant;
    }

    private void look(String account, Known cutoff) {
        if (cutoff.isKnown() && !cutoff.looking.compareAndSet(false, true)) {
            return; // somebody else is asking already; until then the last answer holds
        }
        try {
            cutoff.raise(redis.ask(commands -> commands.get(KEY + account)));
        } catch (RedisUnavailable e) {
            cutoff.postpone();
        } finally {
            cutoff.looking.set(false);
        }
    }

    private void called(String account) { // on a thread of the connection: must not wait
        var cutoff = known.get(account, unseen -> new Known());
        try {
            redis.commands().get(KEY + account).whenComplete((instant, failure) -> {
                if (instant == null) {
                    cutoff.raise(clock.millis());
                } else {
                    cutoff.raise(instant);
                }
            });
        } catch (RedisUnavailable e) {
            cutoff.raise(clock.millis());
        }
    }

    private void connected(boolean now) {
        listening = now;
        if (now) {
            known.asMap().values().forEach(Known::makeDue); // calls may have been missed meanwhile
        }
    }

    /** What is known of one account. A cutoff only ever moves forward. */
    private static final class Known {

        private final AtomicBoolean looking = new AtomicBoolean();
        private volatile long instant;
        private volatile long seen; // 0 = never

        boolean isKnown() {
            return seen != 0;
        }

        boolean isDue(long after) {
            var last = seen;
            return last == 0 || System.nanoTime() - last > after;
        }

        void raise(@org.jspecify.annotations.Nullable String millis) {
            raise(millis == null ? 0 : Long.parseLong(millis));
        }

        synchronized void raise(long millis) {
            instant = Math.max(instant, millis);
            seen = System.nanoTime();
        }

        void postpone() {
            seen = System.nanoTime();
        }

        void makeDue() {
            seen = 0;
        }
    }
}
