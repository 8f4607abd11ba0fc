package org.jingzhun.starter.idempotency;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.database.ServiceWithDatabase;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.idempotency.Idempotency.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.NONE, properties = {
        "jingzhun.test.schema=jz_once", "db-scheduler.enabled=false"})
class IdempotencyTest {

    private static final String ROUTE = "POST /purses";
    private static final Caller LI = new Caller("a-li", Caller.Kind.PERSON, null, "10.0.0.7", "r-1");
    private static final Caller WANG = new Caller("a-wang", Caller.Kind.PERSON, null, "10.0.0.8", "r-2");

    record NewPurse(int id, int yuan) {}

    @Autowired
    Idempotency idempotency;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;
    @Autowired
    Digests digests;

    @BeforeEach
    void nothingCreatedYet() {
        jdbc.sql("delete from purse").update();
        jdbc.sql("delete from idempotency_key").update();
    }

    @Test
    void aRepeatCreatesNothingAndNamesTheSameResource() {
        assertThat(once(LI, "k1", new NewPurse(1, 5))).isEqualTo(new Outcome("/purses/1", false));
        assertThat(once(LI, "k1", new NewPurse(1, 5))).isEqualTo(new Outcome("/purses/1", true));

        assertThat(purses()).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        once(LI, "k1", new NewPurse(1, 5));

        assertThatThrownBy(() -> once(LI, "k1", new NewPurse(2, 5))).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(purses()).isEqualTo(1);
    }

    @Test
    void keysOfOthersAndOfOtherRoutesAndInOtherCaseAreOtherKeys() {
        once(LI, "key", new NewPurse(1, 5));

        assertThat(once(WANG, "key", new NewPurse(2, 5)).repeated()).isFalse();
        assertThat(once(LI, "KEY", new NewPurse(3, 5)).repeated()).isFalse();
        assertThat(idempotency.once(LI, "POST /others", "key", new NewPurse(4, 5), () -> create(new NewPurse(4, 5))).repeated())
                .isFalse();
        assertThat(purses()).isEqualTo(4);
    }

    @Test
    void theOrderOfTheFieldsOfABodyDoesNotMatter() {
        idempotency.once(LI, ROUTE, "k", Map.of("a", 1, "b", 2), () -> "/x");

        assertThat(idempotency.once(LI, ROUTE, "k", new java.util.LinkedHashMap<>(Map.of("b", 2, "a", 1)), () -> "/y"))
                .isEqualTo(new Outcome("/x", true));
    }

    @Test
    void aCreationThatFailsLeavesTheKeyFree() {
        assertThatThrownBy(() -> idempotency.once(LI, ROUTE, "k1", new NewPurse(1, 5), () -> {
            create(new NewPurse(1, 5));
            throw new IllegalStateException("refused");
        })).hasMessage("refused");
        assertThat(purses()).isZero();

        assertThat(once(LI, "k1", new NewPurse(1, 5)).repeated()).isFalse();
        assertThat(purses()).isEqualTo(1);
    }

    @Test
    void ofTwoAtTheSameTimeOneCreatesAndTheOtherHearsOfIt() throws Exception {
        for (var round = 0; round < 20; round++) {
            var number = round;
            var key = "k" + round;
            var start = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var one = threads.submit(() -> {
                    await(start);
                    return once(LI, key, new NewPurse(number, 5));
                });
                var other = threads.submit(() -> {
                    await(start);
                    return once(LI, key, new NewPurse(number, 5));
                });
                start.countDown();
                assertThat(one.get(20, TimeUnit.SECONDS).repeated()).isNotEqualTo(other.get(20, TimeUnit.SECONDS).repeated());
                assertThat(one.get().location()).isEqualTo(other.get().location());
            }
        }
        assertThat(purses()).isEqualTo(20);
    }

    @Test
    void manyAtTheSameTimeOfWhichTheFirstFailsStillCreateOnce() throws Exception {
        var tries = new AtomicInteger();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new java.util.ArrayList<java.util.concurrent.Future<Outcome>>();
            for (var i = 0; i < 8; i++) {
                all.add(threads.submit(() -> {
                    await(start);
                    return idempotency.once(LI, ROUTE, "k", new NewPurse(1, 5), () -> {
                        if (tries.incrementAndGet() == 1) {
                            throw new IllegalStateException("the first one fails");
                        }
                        return create(new NewPurse(1, 5));
                    });
                }));
            }
            start.countDown();
            var created = 0;
            for (var one : all) {
                try {
                    created += one.get(30, TimeUnit.SECONDS).repeated() ? 0 : 1;
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e).hasRootCauseMessage("the first one fails");
                }
            }
            assertThat(created).isEqualTo(1);
        }
        assertThat(purses()).isEqualTo(1);
    }

    @Test
    void aRepeatWhileTheFirstOneIsAtWorkIsToldSo() throws Exception {
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> idempotency.once(LI, ROUTE, "k1", new NewPurse(1, 5), () -> {
                inside.countDown();
                await(goOn);
                return create(new NewPurse(1, 5));
            }));
            await(inside);
            assertThatThrownBy(() -> once(LI, "k1", new NewPurse(1, 5))).isInstanceOf(StillRunning.class);
            goOn.countDown();
            first.get(20, TimeUnit.SECONDS);
        }
        assertThat(once(LI, "k1", new NewPurse(1, 5)).repeated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "schlüssel", "\u0000",
            "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"})
    void aKeyThatIsNoneIsRefused(String key) {
        assertThatThrownBy(() -> once(LI, key, new NewPurse(1, 5))).isInstanceOf(IdempotencyKeyMalformed.class);
    }

    @Test
    void withoutAKeyNothingIsCreated() {
        assertThatThrownBy(() -> once(LI, null, new NewPurse(1, 5))).isInstanceOf(IdempotencyKeyMissing.class);
        assertThatThrownBy(() -> once(LI, " ", new NewPurse(1, 5))).isInstanceOf(IdempotencyKeyMissing.class);
        assertThat(purses()).isZero();
    }

    @Test
    void oldKeysAreForgottenYoungOnesAreNot() {
        once(LI, "k1", new NewPurse(1, 5));
        var today = new Idempotency(jdbc, transactions, digests, Clock.systemUTC(), Duration.ofDays(7));
        var nextWeek = new Idempotency(jdbc, transactions, digests, Clock.offset(Clock.systemUTC(), Duration.ofDays(8)),
                Duration.ofDays(7));

        assertThat(today.forgetOld()).isZero();
        assertThat(nextWeek.forgetOld()).isEqualTo(1);
        assertThat(idempotency.once(LI, ROUTE, "k1", new NewPurse(9, 9), () -> create(new NewPurse(9, 9))).repeated()).isFalse();
    }

    @Test
    void noBodyIsStored() {
        idempotency.once(LI, ROUTE, "k1", "451481199001011234".getBytes(StandardCharsets.UTF_8), () -> "/x");

        assertThat(jdbc.sql("select * from idempotency_key").query().singleRow().toString()).doesNotContain("451481199001011234");
        var digest = jdbc.sql("select body_digest from idempotency_key").query(byte[].class).single();
        var plain = new org.bouncycastle.crypto.digests.SM3Digest();
        plain.update("451481199001011234".getBytes(StandardCharsets.UTF_8), 0, 18);
        var guess = new byte[32];
        plain.doFinal(guess, 0);
        assertThat(digest).as("a digest that can be guessed without the key would tell the body").isNotEqualTo(guess);
    }

    private Outcome once(Caller caller, String key, NewPurse body) {
        return idempotency.once(caller, ROUTE, key, body, () -> create(body));
    }

    private String create(NewPurse wanted) {
        jdbc.sql("insert into purse (id, yuan) values (?, ?)").param(wanted.id).param(wanted.yuan).update();
        return "/purses/" + wanted.id;
    }

    private int purses() {
        return jdbc.sql("select count(*) from purse").query(Integer.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
