package org.jingzhun.starter.rotation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.KeyRing;
import org.jingzhun.starter.database.ServiceWithDatabase;
import org.jingzhun.starter.database.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.NONE, properties = {
        "jingzhun.test.schema=jz_rotation", "db-scheduler.enabled=false"})
class RotationTest {

    private static final EncryptedColumn LETTERS = new EncryptedColumn("letter", List.of("id"), "text", "letter.text", "t.number",
            50);
    private static final EncryptedColumn PAGES = new EncryptedColumn("letter_page", List.of("letter_id", "chapter", "page"),
            "text",
            "letter_page.text", "concat(t.letter_id, '/', t.chapter, '/', t.page)", 7);

    private static final int STAGED = 200;

    @Autowired
    DataSource connections;
    @Autowired
    JdbcTemplate template;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;
    @Autowired
    KeyRing keys;
    @Autowired
    FieldCipher cipher;
    @Autowired
    Audit audit;
    @Autowired
    Clock clock;
    @Autowired
    KeyRotations rotations;

    private Letters letters;

    @BeforeEach
    void writeLetters() {
        jdbc.sql("delete from key_rotation").update();
        letters = new Letters(jdbc, cipher);
        letters.writeAll();
    }

    @Test
    void everythingIsEncryptedAnewAndReadsAsBefore() {
        var before = letters.keyIds();
        var id = rotations.order(KeyRotation.Kind.FIELDS, "admin");
        assertThat(rotations.find(id).orElseThrow().state()).isEqualTo(KeyRotation.State.WAITING);

        finish(job(template));

        var done = rotations.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(KeyRotation.State.DONE);
        assertThat(done.renewed()).isEqualTo(288 + 40);
        assertThat(done.done()).isEqualTo(360).isEqualTo(done.total());
        assertThat(done.pass()).isEqualTo(2);
        assertThat(done.unreadable()).isZero();
        assertThat(letters.keyIds()).hasSize(1).doesNotContainAnyElementsOf(before);
        letters.allRead();
        letters.allPagesRead();
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'key-rotation.finished' and subject = ?")
                .param(Long.toString(id)).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void thereIsOneAtATime() {
        rotations.order(KeyRotation.Kind.FIELDS, "admin");

        assertThatThrownBy(() -> rotations.order(KeyRotation.Kind.FIELDS, "admin")).isInstanceOf(RotationRunning.class);
        finish(job(template));
        assertThat(rotations.order(KeyRotation.Kind.FIELDS, "admin")).isPositive();
    }

    @Test
    void aChangeBetweenReadingAndWritingIsNotLost() {
        rotations.order(KeyRotation.Kind.FIELDS, "admin");
        var changed = new AtomicBoolean();
        var interrupting = new JdbcTemplate(connections) {
            @Override
            public int[] batchUpdate(String sql, List<Object[]> rows) {
                if (sql.startsWith("update letter set") && changed.compareAndSet(false, true)) {
                    elsewhere(() -> {
                        letters.change("L1", "changed meanwhile");
                        letters.change("L2", null);
                    });
                }
                return super.batchUpdate(sql, rows);
            }
        };

        finish(job(interrupting));

        assertThat(changed).isTrue();
        assertThat(letters.expected("L1")).isEqualTo("changed meanwhile");
        letters.allRead();
    }

    @Test
    void whoeverChangesWhileItRunsLosesNothing() throws Exception {
        var old = IntStream.range(0, 320).mapToObj(i -> cipher.encrypt("staged " + i, "letter.text", "L" + i)).toList();
        rotations.order(KeyRotation.Kind.FIELDS, "admin");
        var stop = new AtomicBoolean();
        var changes = new AtomicInteger();
        var job = job(template);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var writer = threads.submit(() -> {
                while (!stop.get()) {
                    var i = ThreadLocalRandom.current().nextInt(320);
                    if (changes.get() < STAGED) { // as an import does that staged its rows before the new key
                        letters.store("L" + i, "staged " + i, old.get(i));
                    } else {
                        letters.change("L" + i, "text " + changes);
                    }
                    changes.incrementAndGet();
                }
            });
            job.run(() -> false); // makes the key
            job.run(() -> false); // the first pass
            await().atMost(Duration.ofSeconds(30)).until(() -> changes.get() > STAGED); // all that was staged is in
            finish(job);
            stop.set(true);
            writer.get();
        }

        letters.allRead();
        assertThat(letters.keyIds()).hasSize(1);
    }

    @Test
    void aKillInTheMiddleCostsOneStep() {
        var id = rotations.order(KeyRotation.Kind.FIELDS, "admin");
        var calls = new AtomicInteger();
        var dying = new JdbcTemplate(connections) {
            @Override
            public int[] batchUpdate(String sql, List<Object[]> rows) {
                var written = super.batchUpdate(sql, rows);
                if (calls.incrementAndGet() == 3) {
                    throw new IllegalStateException("killed");
                }
                return written;
            }
        };
        var killed = job(dying);
        assertThatThrownBy(() -> finish(killed)).hasMessage("killed");
        var then = rotations.find(id).orElseThrow();
        assertThat(then.state()).isEqualTo(KeyRotation.State.RUNNING);
        assertThat(then.done()).isEqualTo(100);
        assertThat(then.column()).isEqualTo("letter.text");
        letters.allRead(); // half of it under each key

        var steps = new AtomicInteger();
        job(template).run(() -> steps.incrementAndGet() > 2); // two steps, then a shutdown
        assertThat(rotations.find(id).orElseThrow().done()).isEqualTo(200);
        finish(job(template));

        assertThat(rotations.find(id).orElseThrow().renewed()).isEqualTo(288 + 40);
        letters.allRead();
    }

    @Test
    void twoInstancesTakeTurns() throws Exception {
        var id = rotations.order(KeyRotation.Kind.FIELDS, "admin");
        job(template).run(() -> false);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = List.of(threads.submit(() -> job(template).run(() -> false)),
                    threads.submit(() -> job(template).run(() -> false)));
            for (var one : both) {
                one.get();
            }
        }
        finish(job(template));

        var done = rotations.find(id).orElseThrow();
        assertThat(done.renewed()).isEqualTo(288 + 40);
        assertThat(done.done()).isEqualTo(360);
        letters.allRead();
    }

    @Test
    void whatCannotBeReadIsCountedAndStays() {
        var broken = cipher.encrypt("of another row", "letter.text", "L999");
        jdbc.sql("update letter set text = ? where number = 'L5'").param(broken).update();
        var id = rotations.order(KeyRotation.Kind.FIELDS, "admin");

        finish(job(template));

        assertThat(rotations.find(id).orElseThrow().unreadable()).isEqualTo(1);
        assertThat(rotations.find(id).orElseThrow().state()).isEqualTo(KeyRotation.State.DONE);
        assertThat(jdbc.sql("select text from letter where number = 'L5'").query(byte[].class).single()).isEqualTo(broken);
    }

    @Test
    void nothingIsEncryptedUnderANewKeyBeforeAllKnowIt() {
        rotations.order(KeyRotation.Kind.FIELDS, "admin");
        var before = Letters.keyOf(cipher.encrypt("x", "c", "r"));

        var patient = new RotationJob(template, transactions, keys, cipher, List.of(LETTERS), audit, clock, Duration.ofHours(1));
        patient.run(() -> false);
        patient.run(() -> false);

        assertThat(jdbc.sql("select count(*) from data_key where active_from > utc_timestamp(6)").query(Integer.class).single())
                .isEqualTo(1);
        assertThat(Letters.keyOf(cipher.encrypt("x", "c", "r"))).isEqualTo(before);
        assertThat(letters.keyIds()).containsOnly(before);
        jdbc.sql("update data_key set active_from = utc_timestamp(6) - interval 1 second where active_from > utc_timestamp(6)")
                .update();
    }

    private RotationJob job(JdbcTemplate through) {
        return new RotationJob(through, transactions, keys, cipher, List.of(LETTERS, PAGES), audit, clock, Duration.ZERO);
    }

    /** As the scheduler does: again and again, with the keys read anew. */
    private void finish(RotationJob job) {
        for (int turn = 0; turn < 20 && jdbc.sql("select count(*) from key_rotation where running = 1").query(Integer.class)
                .single() > 0; turn++) {
            job.run(() -> false);
        }
        assertThat(jdbc.sql("select count(*) from key_rotation where running = 1").query(Integer.class).single()).isZero();
    }

    private static void elsewhere(Runnable work) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
