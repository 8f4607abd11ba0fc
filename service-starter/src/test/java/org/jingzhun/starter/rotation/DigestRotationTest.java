package org.jingzhun.starter.rotation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.crypto.StoredDigests;
import org.jingzhun.starter.database.ServiceWithDatabase;
import org.jingzhun.starter.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.NONE, properties = {
        "jingzhun.test.schema=jz_digest_rotation", "db-scheduler.enabled=false"})
class DigestRotationTest {

    private static final int CARDS = 130;

    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;
    @Autowired
    StoredDigests digests;
    @Autowired
    Audit audit;
    @Autowired
    Clock clock;

    private KeyRotations rotations;

    @BeforeEach
    void cards() {
        rotations = new KeyRotations(jdbc, clock, true);
        jdbc.sql("delete from key_rotation").update();
        jdbc.sql("delete from card").update();
        for (int i = 0; i < CARDS; i++) {
            write(i);
        }
    }

    @Test
    void everyDigestIsRaisedAndFoundAsBefore() {
        var before = digests.hold();
        var id = rotations.order(KeyRotation.Kind.DIGESTS, "admin");

        finish(job(new Cards(), Duration.ZERO));

        var done = rotations.find(id).orElseThrow();
        assertThat(done.kind()).isEqualTo(KeyRotation.Kind.DIGESTS);
        assertThat(done.state()).isEqualTo(KeyRotation.State.DONE);
        assertThat(done.renewed()).isEqualTo(CARDS);
        assertThat(done.done()).isEqualTo(CARDS).isEqualTo(done.total());
        assertThat(done.pass()).isEqualTo(2);
        digests.reloaded();
        assertThat(digests.hold()).isEqualTo(before + 1);
        everyCardStandsUnder(before + 1);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'key-rotation.finished' and subject = ?")
                .param(Long.toString(id)).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aKillInTheMiddleCostsOneStep() {
        var before = digests.hold();
        var id = rotations.order(KeyRotation.Kind.DIGESTS, "admin");
        var steps = new AtomicInteger();
        var dying = new Cards() {
            @Override
            public Step raise(@Nullable String after, int generation) {
                var step = super.raise(after, generation);
                if (steps.incrementAndGet() == 3) {
                    throw new IllegalStateException("killed");
                }
                return step;
            }
        };
        var killed = job(dying, Duration.ZERO);

        assertThatThrownBy(() -> finish(killed)).hasMessage("killed");

        var then = rotations.find(id).orElseThrow();
        assertThat(then.state()).isEqualTo(KeyRotation.State.RUNNING);
        assertThat(then.done()).isEqualTo(100);
        assertThat(then.column()).isEqualTo("card");
        assertThat(jdbc.sql("select count(*) from card where digest_generation = ?").param(before + 1).query(Integer.class)
                .single()).isEqualTo(100);
        everyCardIsFound(); // most of them under the new key, the others under the former one
        finish(job(new Cards(), Duration.ZERO));
        assertThat(rotations.find(id).orElseThrow().renewed()).isEqualTo(CARDS);
        everyCardStandsUnder(before + 1);
    }

    @Test
    void nothingIsWrittenUnderTheNewKeyBeforeAllKnowIt() {
        var before = digests.hold();
        var id = rotations.order(KeyRotation.Kind.DIGESTS, "admin");
        var patient = job(new Cards(), Duration.ofHours(1));

        patient.run(() -> false);
        patient.run(() -> false);

        assertThat(rotations.find(id).orElseThrow().state()).isEqualTo(KeyRotation.State.WAITING);
        assertThat(jdbc.sql("select written from digest_generation").query(Integer.class).single()).isEqualTo(before);
        everyCardStandsUnder(before);
        jdbc.sql("update key_rotation set not_before = ? where running = 1")
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        finish(job(new Cards(), Duration.ZERO));
        digests.reloaded();
        everyCardStandsUnder(before + 1);
    }

    @Test
    void thereIsOneRotationAtATimeOfWhateverKind() {
        rotations.order(KeyRotation.Kind.DIGESTS, "admin");

        assertThatThrownBy(() -> rotations.order(KeyRotation.Kind.FIELDS, "admin")).isInstanceOf(RotationRunning.class);
        finish(job(new Cards(), Duration.ZERO));
        digests.reloaded();
        assertThat(rotations.order(KeyRotation.Kind.FIELDS, "admin")).isPositive();
    }

    @Test
    void aServiceWithoutDigestsRefusesTheOrder() {
        assertThatThrownBy(() -> new KeyRotations(jdbc, clock, false).order(KeyRotation.Kind.DIGESTS, "admin"))
                .isInstanceOf(NothingToRotate.class);
    }

    private DigestRotationJob job(DigestedRows rows, Duration overlap) {
        return new DigestRotationJob(jdbc, transactions, digests, List.of(rows), audit, clock, overlap);
    }

    private void finish(DigestRotationJob job) {
        for (int turn = 0; turn < 20 && isRunning(); turn++) {
            job.run(() -> false);
        }
        assertThat(isRunning()).isFalse();
    }

    private boolean isRunning() {
        return jdbc.sql("select count(*) from key_rotation where running = 1").query(Integer.class).single() > 0;
    }

    private void write(int card) {
        jdbc.sql("insert into card (id, phone_digest, digest_generation) values (?, ?, ?)").param(card)
                .param(digests.of("phone", phone(card))).param(digests.hold()).update();
    }

    private static String phone(int card) {
        return "138%08d".formatted(card);
    }

    private void everyCardIsFound() {
        for (int i = 0; i < CARDS; i++) {
            assertThat(jdbc.sql("select id from card where phone_digest in (:digests)")
                    .param("digests", digests.all("phone", phone(i))).query(Integer.class).list()).containsExactly(i);
        }
    }

    private void everyCardStandsUnder(int generation) {
        for (int i = 0; i < CARDS; i++) {
            assertThat(jdbc.sql("select phone_digest from card where id = ? and digest_generation = ?").param(i).param(generation)
                    .query(byte[].class).single()).isEqualTo(digests.of("phone", phone(i), generation));
        }
    }

    private class Cards implements DigestedRows {

        @Override
        public String name() {
            return "card";
        }

        @Override
        public long count() {
            return jdbc.sql("select count(*) from card").query(Long.class).single();
        }

        @Override
        public Step raise(@Nullable String after, int generation) {
            var rows = jdbc.sql("select id, phone_digest, digest_generation from card where id > ? order by id limit 50")
                    .param(after == null ? -1 : Integer.parseInt(after)).query(Card.class).list();
            var raised = 0;
            for (var card : rows) {
                if (card.digestGeneration < generation) {
                    jdbc.sql("update card set phone_digest = ?, digest_generation = ? where id = ?")
                            .param(digests.raised("phone", card.phoneDigest, card.digestGeneration, generation))
                            .param(generation).param(card.id).update();
                    raised++;
                }
            }
            return new Step(rows.size() < 50 ? null : Integer.toString(rows.getLast().id), rows.size(), raised);
        }
    }

    private record Card(int id, byte[] phoneDigest, int digestGeneration) {}
}
