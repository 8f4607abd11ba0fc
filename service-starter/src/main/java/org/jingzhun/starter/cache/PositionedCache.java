package org.jingzhun.starter.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps computed answers with the position of the data that they were computed from. What is asked for at another position is not found;
 * an older answer is never stored over a newer one; who asks for the same at the same time waits for one computation. Where Redis is slow
 * or away, answers are computed, and Redis is left alone for a second.
 */
public final class PositionedCache implements AutoCloseable {

    private static final int DIGITS = 19;
    private static final long LEFT_ALONE = Duration.ofSeconds(1).toNanos();
    private static final String STORE = """
            local old = redis.call('GETRANGE', KEYS[1], 0, 18)
            if old ~= '' and old > string.sub(ARGV[1], 1, 19) then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """;

    private final RedisClient client;
    private final RedisURI address;
    private final CacheSettings settings;
    private final ConcurrentHashMap<String, CompletableFuture<Computed<?>>> running = new ConcurrentHashMap<>();
    private final AtomicBoolean connecting = new AtomicBoolean();
    private final AtomicLong leftAloneUntil = new AtomicLong(System.nanoTime());
    private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;

    public PositionedCache(CacheSettings settings) {
        this.settings = settings;
        this.address = RedisURI.create(settings.url());
        this.client = RedisClient.create();
        client.setOptions(ClientOptions.builder().disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(Duration.ofSeconds(2)).build()).build());
        connectInBackground();
    }

    /** An answer, and the position that it was computed at: the one asked for, or a later one. */
    public record Computed<T>(T value, long position) {}

    /**
     * The answer at a position: kept, or computed once for all who ask at the same time.
     *
     * @param key what is asked, with everything that limits the answer to who may see it
     */
    @SuppressWarnings("unchecked") // a key is always of the same question, and so of the same type
    public <T> T get(String key, long position, Function<byte[], T> read, Function<T, byte[]> write,
            Supplier<Computed<T>> compute) {
        var kept = find(key, position);
        if (kept.isPresent()) {
            return read.apply(kept.get());
        }
        var own = new CompletableFuture<Computed<?>>();
        var flight = key + "@" + position;
        var other = running.putIfAbsent(flight, own);
        if (other != null) {
            return (T) joined(other).value;
        }
        try {
            var meanwhile = find(key, position); // somebody may have finished since the first look
            if (meanwhile.isPresent()) {
                var value = read.apply(meanwhile.get());
                own.complete(new Computed<>(value, position));
                return value;
            }
            var computed = compute.get();
            own.complete(computed);
            store(key, computed.position, write.apply(computed.value));
            return computed.value;
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(flight, own);
        }
    }

    private static Computed<?> joined(CompletableFuture<Computed<?>> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Optional<byte[]> find(String key, long position) {
        var found = ask(commands -> commands.get(key));
        return found.filter(it -> it.length >= DIGITS
                && new String(it, 0, DIGITS, StandardCharsets.US_ASCII).equals(digits(position)))
                .map(it -> Arrays.copyOfRange(it, DIGITS, it.length));
    }

    /** Stores it unless what is there is newer. */
    void store(String key, long position, byte[] value) {
        var head = digits(position).getBytes(StandardCharsets.US_ASCII);
        var entry = Arrays.copyOf(head, head.length + value.length);
        System.arraycopy(value, 0, entry, head.length, value.length);
        this.<Object>ask(commands -> commands.eval(STORE, ScriptOutputType.INTEGER, new String[]{key}, entry,
                Long.toString(settings.keepFor().toMillis()).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String digits(long position) {
        return String.format(Locale.ROOT, "%019d", position);
    }

    private <T> Optional<T> ask(Function<RedisAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> question) {
        var open = connection;
        if (open == null) {
            connectInBackground();
            return Optional.empty();
        }
        if (System.nanoTime() - leftAloneUntil.get() < 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(question.apply(open.async()).toCompletableFuture().get(settings.patience().toNanos(),
                    TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException | RedisException e) {
            leftAloneUntil.set(System.nanoTime() + LEFT_ALONE);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whenComplete handles the failure
    private void connectInBackground() {
        if (System.nanoTime() - leftAloneUntil.get() < 0 || !connecting.compareAndSet(false, true)) {
            return;
        }
        client.connectAsync(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address).whenComplete((opened, failure) -> {
            connection = opened;
            leftAloneUntil.set(System.nanoTime() + (opened == null ? LEFT_ALONE : 0));
            connecting.set(false);
        });
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
