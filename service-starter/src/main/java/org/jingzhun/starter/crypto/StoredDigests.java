package org.jingzhun.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Digests that a database is searched by, and that keep what is encrypted unique. Their key can be changed while they are in use.
 *
 * <p>Each generation lays a further keyed digest over the former one: HMAC(k2, HMAC(k1, value)). What is stored can be raised to the next
 * generation from its 32 bytes alone, and nobody can try values out who does not have all keys.
 *
 * <p>One row of {@code digest_generation} says what is written now ({@code written}) and what may still stand somewhere ({@code oldest}).
 * From the moment that an instance knows of a further key until everything stands under it, its writers hold that row, so that nobody writes
 * the former generation when others have begun with the next; lookups ask for all generations. At all other times nothing is asked.
 * Thread-safe.
 */
public class StoredDigests {

    private final KeyRing keys;
    private final Digests first;
    private final JdbcClient jdbc;
    private final Map<String, KeyedHmac> byLayer = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration trusted;
    private volatile Span span;
    private volatile Instant known;

    /**
     * The digests of a schema.
     *
     * @param trusted how long what was read holds, if nobody reads it anew; shorter than the time between a key and its first use
     */
    StoredDigests(KeyRing keys, Digests first, JdbcClient jdbc, Clock clock, Duration trusted) {
        this.keys = keys;
        this.first = first;
        this.jdbc = jdbc;
        this.clock = clock;
        this.trusted = trusted;
        this.known = clock.instant();
        this.span = read("");
    }

    /** Reads anew what is written, as others may have changed it. */
    public int reloaded() {
        var at = clock.instant();
        keys.load();
        var written = seen(read(""));
        known = at;
        return written;
    }

    /** Asks the table itself where it was not read for long, because somebody may have made a key meanwhile. */
    private void requireKnown() {
        if (clock.instant().isAfter(known.plus(trusted))) {
            reloaded();
        }
    }

    private int seen(Span now) {
        if (now.written > keys.newestLayer()) {
            keys.load();
        }
        span = now;
        return now.written;
    }

    /** Whether the key is being changed, or will be soon. */
    public boolean isUnderWay() {
        requireKnown();
        return keys.newestLayer() > span.oldest;
    }

    /** The newest generation that this instance knows of, in use or not yet. */
    public int newest() {
        return keys.newestLayer();
    }

    /** The oldest generation under which something may stand. */
    public int oldest() {
        return span.oldest;
    }

    /**
     * What writers write until the end of their transaction. While the key is being changed nobody begins with the next generation before
     * it ends, so call it before anything is looked up.
     */
    public int hold() {
        if (!isUnderWay()) {
            return span.written;
        }
        return seen(read(" lock in share mode"));
    }

    /** The digest that a writer stores; see {@link #hold}. */
    public byte[] of(String purpose, String value) {
        return of(purpose, value, hold());
    }

    /**
     * The digest of a text, as UTF-8.
     *
     * @param purpose such as {@code resident-id}: fixed for ever, because it is a part of the keys
     */
    public byte[] of(String purpose, String value, int generation) {
        return raised(purpose, first.of(purpose, value), 1, generation);
    }

    /** All digests under which a value may be found: one, or more while the key is being changed. */
    public List<byte[]> all(String purpose, String value) {
        requireKnown();
        var oldest = span.oldest;
        return all(purpose, of(purpose, value, oldest), oldest);
    }

    /** The same for what is known as a digest only. */
    public List<byte[]> all(String purpose, byte[] digest, int from) {
        requireKnown();
        return IntStream.rangeClosed(from, Math.max(from, keys.newestLayer()))
                .mapToObj(generation -> raised(purpose, digest, from, generation)).toList();
    }

    /** A digest of one generation as that of a later one. */
    public byte[] raised(String purpose, byte[] digest, int from, int to) {
        var raised = digest;
        for (int generation = from + 1; generation <= to; generation++) {
            raised = layer(purpose, generation).of(raised);
        }
        return raised;
    }

    private KeyedHmac layer(String purpose, int generation) {
        return byLayer.computeIfAbsent(purpose + "/" + generation, it -> new KeyedHmac(
                new KeyedHmac(keys.layer(generation).bytes()).of(purpose.getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * Puts a further key into the table, in the transaction of the caller.
     *
     * @param activeFrom when all instances have read it
     * @return its number
     */
    public int prepareNext(Instant activeFrom) {
        return keys.prepareNextLayer(activeFrom);
    }

    /** From the end of this transaction on everybody writes the newest generation; waits for those who write the former one. */
    public void begin() {
        keys.load();
        jdbc.sql("update digest_generation set written = ?").param(keys.newestLayer()).update();
    }

    /** Nothing stands under a former generation any more. */
    public void end() {
        jdbc.sql("update digest_generation set oldest = written").update();
    }

    private Span read(String lock) {
        return jdbc.sql("select oldest, written from digest_generation" + lock).query(Span.class).single();
    }

    private record Span(int oldest, int written) {}
}
