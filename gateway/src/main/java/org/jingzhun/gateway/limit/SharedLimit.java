package org.jingzhun.gateway.limit;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import org.jingzhun.gateway.redis.RedisLink;
import org.jingzhun.gateway.redis.RedisUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * One limit for all instances of the gateway. Each key leases some requests from a Bucket4j bucket in Redis and uses them up
 * here; while Redis is slow or away, a bucket of the same size here decides alone.
 */
final class SharedLimit {

    private final String prefix;
    private final RedisLink<byte[]> redis;
    private final LimitSettings settings;
    private final BucketConfiguration size;
    private final Cache<String, Key> keys;
    private volatile @Nullable AsyncProxyManager<String> buckets;
    private volatile long localUntil = System.nanoTime();

    SharedLimit(String name, LimitSettings.Rate rate, LimitSettings settings, RedisLink<byte[]> redis) {
        this.prefix = "jingzhun:gateway:limit:" + name + ":";
        this.redis = redis;
        this.settings = settings;
        this.size = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
        this.keys = Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofMinutes(10)).build();
    }

    /** Takes one request of the key's; nothing if it is granted, otherwise the nanoseconds to wait. */
    long take(String key) {
        return keys.get(key, Key::new).take(System.nanoTime());
    }

    private final class Key {

        private final String name;
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Bucket local;
        private long leased;
        private long leasedUntil;
        private long refusedUntil = System.nanoTime();

        Key(String name) {
            this.name = name;
        }

        long take(long now) {
            lock.lock();
            try {
                if (leased > 0 && leasedUntil - now > 0) {
                    leased--;
                    return 0;
                }
                if (refusedUntil - now > 0) {
                    return refusedUntil - now;
                }
                if (localUntil - now > 0) {
                    return takeLocally(now);
                }
                return takeLease(now);
            } finally {
                lock.unlock();
            }
        }

        private long takeLease(long now) {
            try {
                var bucket = buckets().builder().build(prefix + name, () -> done(size));
                var granted = answer(bucket.tryConsumeAsMuchAsPossible(settings.lease()));
                if (granted > 0) {
                    leased = granted - 1;
                    leasedUntil = now + settings.leaseFor().toNanos();
                    return 0;
                }
                var wait = answer(bucket.estimateAbilityToConsume(1)).getNanosToWaitForRefill();
                refusedUntil = now + wait; // a flood asks Redis no more than once a token
                return wait;
            } catch (RedisUnavailable | TimeoutException | ExecutionException e) {
                localUntil = System.nanoTime() + settings.localFor().toNanos();
                return takeLocally(now);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return takeLocally(now);
            }
        }

        private long takeLocally(long now) {
            var bucket = local;
            if (bucket == null) {
                bucket = Bucket.builder().addLimit(size.getBandwidths()[0]).build();
                local = bucket;
            }
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                return 0;
            }
            refusedUntil = now + probe.getNanosToWaitForRefill();
            return probe.getNanosToWaitForRefill();
        }
    }

    private static java.util.concurrent.CompletableFuture<BucketConfiguration> done(BucketConfiguration size) {
        return java.util.concurrent.CompletableFuture.completedFuture(size);
    }

    private <T> T answer(java.util.concurrent.CompletableFuture<T> asked)
            throws InterruptedException, ExecutionException, TimeoutException {
        return asked.get(redis.patience().toNanos(), TimeUnit.NANOSECONDS);
    }

    private AsyncProxyManager<String> buckets() throws RedisUnavailable {
        var made = buckets;
        if (made == null) {
            made = Bucket4jLettuce.casBasedBuilder(redis.commands())
                    .expirationAfterWrite(
                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                    .build()
                    .asAsync();
            buckets = made;
        }
        return made;
    }
}
