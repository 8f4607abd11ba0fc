package org.jingzhun.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The data keys of this service's schema, unwrapped by the master key, which never enters the database.
 *
 * <p>Keys are made at the start and not at their first use: that may lie in a transaction, and a key that is rolled back after it
 * encrypted something would be lost. A change of the configured algorithm makes a new key for fields; the one for digests stays.
 *
 * <p>A key that is made while the service is in use encrypts nothing before its first instant, which lies so late that all instances
 * have read it from the table by then.
 */
public class KeyRing {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LAYER = "digest-layer";

    private final Algorithm algorithm;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Integer, DataKey> byId = new ConcurrentHashMap<>();
    private final DataKey digests;
    private volatile KeyRingFile masters;
    private volatile DataKey fields;
    private volatile @Nullable DataKey upcoming;
    private volatile int newestLayer;

    KeyRing(KeyRingFile masters, Algorithm algorithm, JdbcClient jdbc, Clock clock) {
        this.masters = masters;
        this.algorithm = algorithm;
        this.jdbc = jdbc;
        this.clock = clock;
        load();
        rewrap();
        fields = currentOrNew("field", algorithm);
        choose();
        digests = currentOrNew("digest", Algorithm.HMAC_SM3);
    }

    /** The key that fields are encrypted under from now on. */
    DataKey fields() {
        var next = upcoming;
        if (next != null && !clock.instant().isBefore(next.activeFrom)) {
            choose();
        }
        return fields;
    }

    /** Reads keys that other instances have made; if the file with the master keys has a new one, the data keys move under it. */
    void reload(KeyRingFile present) {
        var former = masters;
        masters = present;
        load();
        if (!present.current().equals(former.current())) {
            rewrap();
        }
        choose();
    }

    /**
     * Puts another key for fields into the table, inside a transaction of the caller, and does not remember it: should the transaction
     * be rolled back, nothing has been encrypted under it.
     *
     * @return its number
     */
    public int prepareNext(Instant activeFrom) {
        load();
        return insertNext("field", newest("field").map(key -> key.generation).orElse(0) + 1, algorithm, activeFrom);
    }

    /** The same for a further layer of digests; the first layer is the key for digests itself. */
    int prepareNextLayer(Instant activeFrom) {
        load();
        return insertNext(LAYER, newestLayer + 1, Algorithm.HMAC_SM3, activeFrom);
    }

    private int insertNext(String purpose, int generation, Algorithm algorithm, Instant activeFrom) {
        insert(purpose, generation, algorithm, algorithm.newKey(RANDOM), activeFrom);
        return jdbc.sql("select id from data_key where purpose = ? and generation = ?").param(purpose).param(generation)
                .query(Integer.class).single();
    }

    /** The newest layer of digests that this instance has read, whether it is in use or not. */
    int newestLayer() {
        return newestLayer;
    }

    /** The key of a layer; 1 is the key for digests. */
    DataKey layer(int generation) {
        return generation == 1 ? digests : findLayer(generation).or(() -> {
            load();
            return findLayer(generation);
        }).orElseThrow(() -> new IllegalStateException("this schema has no layer " + generation + " of digests"));
    }

    private Optional<DataKey> findLayer(int generation) {
        return byId.values().stream().filter(key -> key.purpose.equals(LAYER) && key.generation == generation).findFirst();
    }

    /** Whether fields are encrypted under this key, or a later one, by now. */
    public boolean isInUse(int id) {
        if (!byId.containsKey(id)) {
            load();
            choose();
        }
        var key = byId.get(id);
        return key != null && fields().generation >= key.generation;
    }

    private synchronized void choose() {
        var now = clock.instant();
        byId.values().stream().filter(key -> key.purpose.equals("field") && !now.isBefore(key.activeFrom))
                .max(Comparator.comparingInt(key -> key.generation)).ifPresent(key -> fields = key);
        upcoming = byId.values().stream().filter(key -> key.purpose.equals("field") && now.isBefore(key.activeFrom))
                .min(Comparator.comparingInt(key -> key.generation)).orElse(null);
    }

    DataKey digests() {
        return digests;
    }

    DataKey find(int id) {
        var known = byId.get(id);
        if (known == null) { // another instance may have made it since
            load();
            known = byId.get(id);
        }
        if (known == null) {
            throw new NotDecipherable("a stored field names key " + id + ", which this schema does not have");
        }
        return known;
    }

    private DataKey currentOrNew(String purpose, Algorithm algorithm) {
        return newest(purpose).filter(key -> key.algorithm == algorithm).orElseGet(() -> create(purpose, algorithm));
    }

    private Optional<DataKey> newest(String purpose) {
        return byId.values().stream().filter(key -> key.purpose.equals(purpose))
                .max(Comparator.comparingInt(key -> key.generation));
    }

    private DataKey create(String purpose, Algorithm algorithm) {
        var generation = newest(purpose).map(key -> key.generation).orElse(0) + 1;
        try {
            insert(purpose, generation, algorithm, algorithm.newKey(RANDOM), clock.instant());
        } catch (DuplicateKeyException e) {
            // another instance was first: its key is as good
        }
        load();
        return newest(purpose).orElseThrow();
    }

    private void insert(String purpose, int generation, Algorithm algorithm, byte[] key, Instant activeFrom) {
        var master = masters.currentKey();
        jdbc.sql("""
                insert into data_key (purpose, generation, algorithm, master_key, wrapped, created_at, active_from)
                values (:purpose, :generation, :algorithm, :master, :wrapped, :now, :activeFrom)
                """)
                .param("purpose", purpose)
                .param("generation", generation)
                .param("algorithm", algorithm.name())
                .param("master", master.id())
                .param("wrapped", wrap(master, purpose, generation, algorithm, key))
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("activeFrom", LocalDateTime.ofInstant(activeFrom, ZoneOffset.UTC))
                .update();
    }

    /** Reads the keys that are in the table by now. */
    void load() {
        jdbc.sql("select id, purpose, generation, algorithm, master_key, wrapped, active_from from data_key")
                .query(StoredKey.class)
                .list()
                .forEach(row -> byId.computeIfAbsent(row.id, id -> unwrap(row)));
        newestLayer = newest(LAYER).map(key -> key.generation).orElse(1);
    }

    /** After a change of the master key the data keys move to the new one; fields are not touched. */
    private void rewrap() {
        var master = masters.currentKey();
        for (var row : jdbc
                .sql("select id, purpose, generation, algorithm, master_key, wrapped, active_from from data_key where master_key <> :master")
                .param("master", master.id())
                .query(StoredKey.class)
                .list()) {
            jdbc.sql("update data_key set wrapped = :wrapped, master_key = :new where id = :id and master_key = :old")
                    .param("wrapped", wrap(master, row.purpose, row.generation, row.algorithm, unwrap(row).bytes()))
                    .param("new", master.id())
                    .param("id", row.id)
                    .param("old", row.masterKey)
                    .update();
        }
    }

    private DataKey unwrap(StoredKey row) {
        try {
            var key = wrapping(masters.key(row.masterKey), row.algorithm).open(Arrays.copyOf(row.wrapped, Aead.NONCE_BYTES),
                    associated(row.purpose, row.generation, row.algorithm), row.wrapped, Aead.NONCE_BYTES);
            return new DataKey(row.id, row.purpose, row.generation, row.algorithm, key,
                    row.activeFrom.toInstant(ZoneOffset.UTC));
        } catch (NotDecipherable e) {
            throw new KeyRingUnusable("The key ring does not open the data keys of this database.",
                    "Use the key ring that belongs to this database.");
        }
    }

    private static byte[] wrap(KeyRingFile.MasterKey master, String purpose, int generation, Algorithm algorithm, byte[] key) {
        var nonce = new byte[Aead.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var out = Arrays.copyOf(nonce, nonce.length + key.length + Aead.TAG_BYTES);
        wrapping(master, algorithm).seal(nonce, associated(purpose, generation, algorithm), key, out, nonce.length);
        return out;
    }

    private static Aead wrapping(KeyRingFile.MasterKey master, Algorithm algorithm) {
        var by = algorithm.wrappedBy();
        var derived = new HmacSm3(master.bytes()).of(utf8("wrap " + by));
        return by.cipher(Arrays.copyOf(derived, by.keyBytes));
    }

    private static byte[] associated(String purpose, int generation, Algorithm algorithm) {
        return utf8(purpose + " " + generation + " " + algorithm);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("ArrayRecordComponent") // a row of the table, never compared as a whole
    private record StoredKey(int id, String purpose, int generation, Algorithm algorithm, String masterKey, byte[] wrapped,
            LocalDateTime activeFrom) {}
}
