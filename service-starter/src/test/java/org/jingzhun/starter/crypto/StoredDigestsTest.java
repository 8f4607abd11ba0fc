package org.jingzhun.starter.crypto;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jingzhun.starter.database.ServiceWithDatabase;
import org.jingzhun.starter.database.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.NONE, properties = {
        "jingzhun.test.schema=jz_stored_digests", "db-scheduler.enabled=false"})
class StoredDigestsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final String ID = "451481199001011234";

    @Autowired
    DataSource connections;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;
    @TempDir
    Path folder;

    private KeyRingFile file;

    @BeforeEach
    void theFirstGeneration() {
        jdbc.sql("delete from data_key").update();
        jdbc.sql("update digest_generation set written = 1, oldest = 1").update();
        file = KeyRingFile.create(folder.resolve("ring.json"));
    }

    @Test
    void withoutARotationNothingIsAsked() {
        var asked = new AtomicInteger();
        var counted = new DelegatingDataSource(connections) {
            @Override
            public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                return super.getConnection();
            }
        };
        var keys = new KeyRing(file, Algorithm.SM4_GCM, jdbc, Clock.systemUTC());
        var digests = new StoredDigests(keys, new Digests(keys), JdbcClient.create(counted), Clock.systemUTC(), LONG);
        var before = asked.get();

        assertThat(digests.hold()).isEqualTo(1);
        assertThat(digests.of("resident-id", ID)).isEqualTo(new Digests(keys).of("resident-id", ID));
        assertThat(digests.all("resident-id", ID)).containsExactly(digests.of("resident-id", ID));
        assertThat(digests.isUnderWay()).isFalse();
        assertThat(asked.get()).isEqualTo(before);
    }

    @Test
    void aFurtherGenerationFollowsFromTheFormerDigestAlone() {
        var digests = instance();
        var first = digests.of("resident-id", ID);

        next(digests);
        next(digests);

        var third = digests.of("resident-id", ID);
        assertThat(digests.newest()).isEqualTo(3);
        assertThat(third).hasSize(Digests.BYTES).isNotEqualTo(first);
        assertThat(digests.raised("resident-id", first, 1, 3)).isEqualTo(third);
        assertThat(digests.raised("resident-id", digests.raised("resident-id", first, 1, 2), 2, 3)).isEqualTo(third);
        assertThat(digests.raised("phone", first, 1, 3)).isNotEqualTo(third);
        assertThat(instance().of("resident-id", ID)).as("after a restart").isEqualTo(third);
    }

    @Test
    void whoKnowsOfAFurtherKeyLooksForBothBeforeAnybodyWritesIt() {
        var one = instance();
        var other = instance();
        one.prepareNext(Clock.systemUTC().instant());
        var old = instance(); // has read the table since

        assertThat(other.all("phone", "13800138000")).hasSize(1);
        assertThat(old.all("phone", "13800138000")).hasSize(2);
        assertThat(old.isUnderWay()).isTrue();
        assertThat(transactions.<Integer>inOne(old::hold)).isEqualTo(1);
        old.begin();
        assertThat(transactions.<Integer>inOne(old::hold)).isEqualTo(2);
        assertThat(old.all("phone", "13800138000")).hasSize(2);
        old.end();
        old.reloaded();
        assertThat(old.all("phone", "13800138000")).hasSize(1);
        assertThat(old.isUnderWay()).isFalse();
        assertThat(old.hold()).isEqualTo(2);
    }

    @Test
    void nobodyBeginsWithTheNextWhileAnotherInstanceWritesTheFormer() throws Exception {
        var one = instance();
        one.prepareNext(Clock.systemUTC().instant());
        var other = instance();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var former = transactions.inOne(() -> {
                assertThat(other.hold()).isEqualTo(1);
                var begun = threads.submit(() -> transactions.inOne(one::begin));
                await().atMost(Duration.ofSeconds(4)).until(this::somebodyWaits);
                assertThat(begun).isNotDone();
                assertThat(other.hold()).as("until the end of the transaction").isEqualTo(1);
                return begun;
            });
            former.get();
            assertThat(transactions.<Integer>inOne(other::hold)).isEqualTo(2);
        }
    }

    @Test
    void whoHasNotReadTheTableForLongAsksItself() {
        var keys = new KeyRing(file, Algorithm.SM4_GCM, jdbc, Clock.systemUTC());
        var cutOff = new StoredDigests(keys, new Digests(keys), jdbc, Clock.systemUTC(), Duration.ZERO);
        var other = instance();
        other.prepareNext(Clock.systemUTC().instant());

        assertThat(cutOff.all("phone", "13800138000")).hasSize(2);
        other.begin();
        assertThat(cutOff.isUnderWay()).isTrue();
        assertThat(transactions.<Integer>inOne(cutOff::hold)).isEqualTo(2);
    }

    @Test
    void otherDigestsKeepTheirKeyForEver() {
        var keys = new KeyRing(file, Algorithm.SM4_GCM, jdbc, Clock.systemUTC());
        var digests = new StoredDigests(keys, new Digests(keys), jdbc, Clock.systemUTC(), LONG);
        var number = HexFormat.of().formatHex(new Digests(keys).of("person-number", ID));

        next(digests);

        assertThat(HexFormat.of().formatHex(new Digests(keys).of("person-number", ID))).isEqualTo(number);
        assertThat(HexFormat.of()
                .formatHex(new Digests(new KeyRing(file, Algorithm.SM4_GCM, jdbc, Clock.systemUTC())).of("person-number", ID)))
                .isEqualTo(number);
    }

    private StoredDigests instance() {
        var keys = new KeyRing(file, Algorithm.SM4_GCM, jdbc, Clock.systemUTC());
        return new StoredDigests(keys, new Digests(keys), jdbc, Clock.systemUTC(), LONG);
    }

    private static void next(StoredDigests digests) {
        digests.prepareNext(Clock.systemUTC().instant());
        digests.begin();
        digests.end();
        digests.reloaded();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from information_schema.processlist where info like 'update digest_generation%'")
                .query(Integer.class).single() > 0;
    }
}
