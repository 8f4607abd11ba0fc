package org.jingzhun.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lettuce.core.GetExArgs;
import io.lettuce.core.SetArgs;
import org.jingzhun.gateway.access.Cutoffs;
import org.jingzhun.gateway.redis.RedisLink;
import org.jingzhun.gateway.redis.RedisUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sessions that are open. They are kept in Redis as JSON, written when they begin and when their tokens are renewed; that a
 * session was used is told to Redis once a minute by moving its expiry. An instance remembers a session for some seconds;
 * an end is called out to the other instances.
 */
@Component
class BrowserSessions {

    private static final String KEY = "jingzhun:gateway:session:";
    private static final String ENDED = "jingzhun:gateway:session-ended";
    private static final String RENEWAL = "jingzhun:gateway:session-renewal:";

    /** Longer than identity may take to answer; ends by itself if this instance dies while renewing. */
    private static final Duration RENEWAL_AT_MOST = Duration.ofSeconds(10);

    private final RedisLink<String> redis;
    private final IdentityClient identity;
    private final Cutoffs cutoffs;
    private final SessionSettings settings;
    private final Clock clock;
    private final JsonMapper json;
    private final Cache<String, Live> live = Caffeine.newBuilder()
            .maximumSize(20_000).expireAfterAccess(Duration.ofMinutes(5)).build();
    private final Cache<String, Boolean> ended = Caffeine.newBuilder()
            .maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(5)).build();

    BrowserSessions(RedisLink<String> sessionRedis, IdentityClient identity, Cutoffs cutoffs, SessionSettings settings,
            Clock clock, JsonMapper json) {
        this.redis = sessionRedis;
        this.identity = identity;
        this.cutoffs = cutoffs;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
        redis.listen(ENDED, this::forget, connected -> live.invalidateAll());
    }

    BrowserSession begin(String account, Instant at, Tokens tokens) {
        var session = new BrowserSession(Secret.create(), account, at, tokens);
        ask(commands -> commands.set(key(session.secret()), write(session), SetArgs.Builder.ex(settings.idle())));
        live.put(session.secret().lookup(), new Live(session));
        return session;
    }

    /** The session of this secret, unless it ended: by sign-out, by idleness, by age, or by its account's cutoff. */
    @Nullable
    BrowserSession find(Secret secret) {
        if (ended.getIfPresent(secret.lookup()) != null) {
            return null;
        }
        var remembered = live.getIfPresent(secret.lookup());
        var session = remembered == null ? load(secret) : remembered.recheck();
        if (session == null) {
            return null;
        }
        if (!clock.instant().isBefore(endOf(session)) || cutoffs.ended(session.account(), session.signedInAt())) {
            end(session);
            return null;
        }
        return session;
    }

    /** The same session with an access token that lasts for the request at hand. One renewal at a time, across all instances. */
    BrowserSession fresh(BrowserSession session) {
        if (!isDue(session)) {
            return session;
        }
        var holder = live.get(session.secret().lookup(), unseen -> new Live(session));
        if (clock.instant().isBefore(session.tokens().accessExpires().minusSeconds(5)) && holder.renewing.isLocked()) {
            return session; // somebody renews already, and the present token still lasts
        }
        holder.renewing.lock();
        try {
            return isDue(holder.session) ? renew(holder, this::isDue) : holder.session;
        } finally {
            holder.renewing.unlock();
        }
    }

    /** The same session with an access token that is made now, whatever the present one still lasts: its owner's grants have changed. */
    BrowserSession renewed(BrowserSession session) {
        var holder = live.get(session.secret().lookup(), unseen -> new Live(session));
        holder.renewing.lock();
        try {
            var renewed = renew(holder, stored -> true);
            if (renewed.tokens().access().equals(session.tokens().access())) {
                throw new IdentityUnavailable(null); // the present token lasts, but it is not what was asked for
            }
            return renewed;
        } finally {
            holder.renewing.unlock();
        }
    }

    void end(BrowserSession session) {
        var lookup = session.secret().lookup();
        forget(lookup);
        ask(commands -> commands.del(KEY + lookup));
        ask(commands -> commands.publish(ENDED, lookup));
    }

    Instant endOf(BrowserSession session) {
        return session.signedInAt().plus(settings.absolute());
    }

    private boolean isDue(BrowserSession session) {
        return !clock.instant().isBefore(session.tokens().accessExpires().minus(settings.refreshBefore()));
    }

    private BrowserSession renew(Live holder, Predicate<BrowserSession> due) {
        var secret = holder.session.secret();
        var deadline = clock.instant().plus(RENEWAL_AT_MOST);
        while (!"OK".equals(ask(commands -> commands.set(RENEWAL + secret.lookup(), "1",
                SetArgs.Builder.nx().ex(RENEWAL_AT_MOST))))) {
            if (clock.instant().isAfter(deadline)) {
                throw new IdentityUnavailable(null);
            }
            pause(); // another instance renews
        }
        try {
            var stored = load(secret); // perhaps renewed there
            if (stored == null) {
                throw new SignInEnded();
            }
            return due.test(stored) ? renewAtIdentity(stored) : stored;
        } finally {
            ask(commands -> commands.del(RENEWAL + secret.lookup()));
        }
    }

    private BrowserSession renewAtIdentity(BrowserSession stored) {
        Tokens renewed;
        try {
            renewed = identity.renew(stored.tokens());
        } catch (SignInEnded e) {
            end(stored);
            throw e;
        } catch (IdentityUnavailable e) {
            if (clock.instant().isBefore(stored.tokens().accessExpires())) {
                return stored;
            }
            throw e;
        }
        var session = stored.with(renewed);
        var kept = ask(commands -> commands.set(key(session.secret()), write(session), SetArgs.Builder.xx().keepttl()));
        if (kept == null) {
            throw new SignInEnded(); // ended meanwhile: must not come back to life
        }
        remember(session);
        return session;
    }

    private @Nullable BrowserSession load(Secret secret) {
        var stored = ask(commands -> commands.getex(key(secret), GetExArgs.Builder.ex(settings.idle())));
        if (stored == null) {
            forget(secret.lookup());
            return null;
        }
        var session = read(secret, stored);
        remember(session);
        return session;
    }

    private void remember(BrowserSession session) {
        live.get(session.secret().lookup(), unseen -> new Live(session)).loaded(session);
    }

    private void forget(String lookup) {
        ended.put(lookup, true);
        live.invalidate(lookup);
    }

    private <T extends @Nullable Object> T ask(
            java.util.function.Function<io.lettuce.core.api.async.RedisAsyncCommands<String, String>, io.lettuce.core.RedisFuture<T>> question) {
        try {
            return redis.ask(question);
        } catch (RedisUnavailable e) {
            throw new SessionsUnavailable(e);
        }
    }

    private static String key(Secret secret) {
        return KEY + secret.lookup();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionsUnavailable(e);
        }
    }

    private String write(BrowserSession session) {
        var tokens = session.tokens();
        return json.writeValueAsString(new Stored(session.account(), session.signedInAt(), tokens.accessExpires(),
                session.secret().seal(json.writeValueAsBytes(new Sealed(tokens.access(), tokens.refresh(), tokens.id())))));
    }

    private BrowserSession read(Secret secret, String text) {
        var stored = json.readValue(text, Stored.class);
        var sealed = json.readValue(secret.open(stored.tokens), Sealed.class);
        return new BrowserSession(secret, stored.account, stored.signedInAt,
                new Tokens(sealed.access, stored.accessExpires, sealed.refresh, sealed.id));
    }

    /** As it lies in Redis. */
    private record Stored(String account, Instant signedInAt, Instant accessExpires, String tokens) {}

    private record Sealed(String access, @Nullable String refresh, @Nullable String id) {}

    /** A session as this instance remembers it. */
    private final class Live {

        private final ReentrantLock renewing = new ReentrantLock();
        private final ReentrantLock loading = new ReentrantLock();
        private volatile BrowserSession session;
        private volatile long read = System.nanoTime();
        private volatile long touched = System.nanoTime();

        Live(BrowserSession session) {
            this.session = session;
        }

        /** Reads it again if that was long ago; one request does so, the others go by what is known. */
        @Nullable
        BrowserSession recheck() {
            var age = System.nanoTime() - read;
            if (age < settings.recheckEvery().toNanos()) {
                return session;
            }
            if (!loading.tryLock()) {
                if (age < 2 * settings.recheckEvery().toNanos()) {
                    return session;
                }
                loading.lock();
            }
            try {
                return readAgain();
            } finally {
                loading.unlock();
            }
        }

        private @Nullable BrowserSession readAgain() {
            if (System.nanoTime() - read < settings.recheckEvery().toNanos()) {
                return session;
            }
            if (System.nanoTime() - touched >= settings.touchEvery().toNanos()) {
                var moved = load(session.secret());
                touched = System.nanoTime();
                return moved;
            }
            var stored = ask(commands -> commands.get(key(session.secret())));
            if (stored == null) {
                forget(session.secret().lookup());
                return null;
            }
            loaded(BrowserSessions.this.read(session.secret(), stored));
            return session;
        }

        void loaded(BrowserSession newer) {
            session = newer;
            read = System.nanoTime();
        }
    }
}
