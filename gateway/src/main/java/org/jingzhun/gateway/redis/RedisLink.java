package org.jingzhun.gateway.redis;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one Redis. Made in the background, so that the gateway starts without Redis; a question asked while it is
 * away is refused at once instead of queued.
 */
public final class RedisLink<V> implements AutoCloseable {

    private static final long ATTEMPT_EVERY = Duration.ofSeconds(1).toNanos();

    private final RedisClient client;
    private final RedisURI address;
    private final RedisCodec<String, V> codec;
    private final Duration patience;
    private final AtomicBoolean connecting = new AtomicBoolean();
    private volatile long lastAttempt = System.nanoTime() - ATTEMPT_EVERY;
    private volatile @Nullable StatefulRedisConnection<String, V> connection;

    public RedisLink(ClientResources resources, String url, RedisCodec<String, V> codec, Duration patience) {
        this.address = RedisURI.create(url);
        this.codec = codec;
        this.patience = patience;
        this.client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(Duration.ofSeconds(2)).keepAlive(true).build())
                .build());
        connectInBackground();
    }

    /** Asks, and waits for the answer no longer than this link's patience. */
    public <T extends @Nullable Object> T ask(Function<RedisAsyncCommands<String, V>, ? extends CompletionStage<T>> question)
            throws RedisUnavailable {
        var answer = question.apply(commands()).toCompletableFuture();
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new RedisUnavailable("no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new RedisUnavailable(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisUnavailable(e);
        }
    }

    public RedisAsyncCommands<String, V> commands() throws RedisUnavailable {
        var open = connection;
        if (open == null) {
            connectInBackground();
            throw new RedisUnavailable("not connected yet");
        }
        return open.async();
    }

    public Duration patience() {
        return patience;
    }

    /** Listens to a channel for as long as this link lives; {@code connected} is told of every (re)connection and of every loss. */
    public void listen(String channel, Consumer<String> message, Consumer<Boolean> connected) {
        subscribe(channel, message, connected);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whenComplete handles the failure
    private void subscribe(String channel, Consumer<String> message, Consumer<Boolean> connected) {
        client.connectPubSubAsync(StringCodec.UTF8, address).whenComplete((opened, failure) -> {
            if (opened == null) {
                client.getResources().eventExecutorGroup().schedule(
                        () -> subscribe(channel, message, connected), ATTEMPT_EVERY, TimeUnit.NANOSECONDS);
                return;
            }
            follow(opened, channel, message, connected);
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a subscription that fails is tried again on reconnection
    private static void follow(StatefulRedisPubSubConnection<String, String> opened, String channel, Consumer<String> message,
            Consumer<Boolean> connected) {
        opened.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String from, String text) {
                message.accept(text);
            }

            @Override
            public void subscribed(String to, long count) { // after each reconnection as well
                connected.accept(true);
            }
        });
        opened.addListener(new io.lettuce.core.RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(io.lettuce.core.RedisChannelHandler<?, ?> lost) {
                connected.accept(false);
            }
        });
        opened.async().subscribe(channel);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whenComplete handles the failure
    private void connectInBackground() {
        var now = System.nanoTime();
        if (now - lastAttempt < ATTEMPT_EVERY || !connecting.compareAndSet(false, true)) {
            return;
        }
        lastAttempt = now;
        client.connectAsync(codec, address).whenComplete((opened, failure) -> {
            if (opened != null) {
                connection = opened;
            }
            connecting.set(false);
        });
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
}
