package org.jingzhun.starter.audit;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.database.ServiceWithDatabase;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.NONE, properties = {
        "jingzhun.test.schema=jz_audit", "db-scheduler.enabled=false"})
class AuditTest {

    private static final Caller LI = new Caller("a-li", Caller.Kind.PERSON, null, "10.0.0.7", "r-1");
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456Z");

    @Autowired
    JdbcClient jdbc;
    @Autowired
    Audit audit;
    @Autowired
    AuditChain chain;
    @Autowired
    Digests digests;
    @Autowired
    PlatformTransactionManager manager;
    @Autowired
    Transactions transactions;

    @BeforeEach
    void nothingHappenedYet() {
        tamper("delete from audit_entry");
        tamper("delete from audit_seal");
        tamper("alter table audit_entry auto_increment = 1");
    }

    @Test
    void anEntrySaysWhoDidWhatWhenFromWhereAndToWhat() {
        audit.record(new Caller("a-li", Caller.Kind.SERVICE, "a-wang", "10.0.0.7", "r-1"), "correction.approved",
                Subject.in("451481101201", "household", "H1"), Map.of("field", "phone", "correction", 7));

        var row = jdbc.sql("select * from audit_entry").query().singleRow();
        assertThat(row).containsEntry("account", "a-li").containsEntry("kind", "service").containsEntry("acting_for", "a-wang")
                .containsEntry("address", "10.0.0.7").containsEntry("request_id", "r-1")
                .containsEntry("action", "correction.approved")
                .containsEntry("subject_kind", "household").containsEntry("subject", "H1").containsEntry("area", "451481101201")
                .containsEntry("detail", "{\"correction\":7,\"field\":\"phone\"}");
        assertThat(row.get("at")).isNotNull();
    }

    @Test
    void aDeedThatIsRolledBackLeavesNoEntry() {
        assertThatThrownBy(() -> transactions.inOne(() -> {
            entry("H1");
            throw new IllegalStateException("the deed failed");
        })).hasMessage("the deed failed");

        assertThat(jdbc.sql("select count(*) from audit_entry").query(Integer.class).single()).isZero();
    }

    @Test
    void sealedEntriesFormAWholeChain() {
        for (var i = 1; i <= 25; i++) {
            entry("H" + i);
        }
        sealer(NOW, 10).sealAll();
        entry("H26");

        assertThat(chain.verify()).isEqualTo(new AuditChain.Verdict(3, 25, 1, null));
        sealer(NOW, 10).sealAll();
        assertThat(chain.verify()).isEqualTo(new AuditChain.Verdict(4, 26, 0, null));
        assertThat(sealer(NOW, 10).sealOne()).isZero();
    }

    @Test
    void aChangedEntryIsNamed() {
        sealed(25);
        tamper("update audit_entry set account = 'a-somebody-else' where id = 13");

        assertThat(chain.verify().broken()).isEqualTo(new AuditChain.Broken(2, 13L, "the entry was changed"));
        assertThat(chain.verify().seals()).isEqualTo(1);
    }

    @Test
    void eachColumnIsUnderTheSeal() {
        for (var column : new String[]{"account", "kind", "acting_for", "request_id", "address", "action", "subject_kind",
                "subject",
                "area", "detail"}) {
            nothingHappenedYet();
            sealed(3);
            tamper("update audit_entry set " + column + " = 'x' where id = 2");
            assertThat(chain.verify().broken()).as(column).isEqualTo(new AuditChain.Broken(1, 2L, "the entry was changed"));
        }
        nothingHappenedYet();
        sealed(3);
        tamper("update audit_entry set at = at + interval 1 microsecond where id = 2");
        assertThat(chain.verify().broken()).isEqualTo(new AuditChain.Broken(1, 2L, "the entry was changed"));
    }

    @Test
    void aRemovedEntryIsNamed() {
        sealed(25);
        tamper("delete from audit_entry where id = 17");

        assertThat(chain.verify().broken()).isEqualTo(new AuditChain.Broken(2, 17L, "the entry was removed"));
    }

    @Test
    void aMissingOrChangedSealIsNamed() {
        sealed(25);
        tamper("delete from audit_seal where number = 2");
        assertThat(chain.verify().broken()).isEqualTo(new AuditChain.Broken(2, null, "the seal is missing"));

        nothingHappenedYet();
        sealed(25);
        tamper("update audit_seal set at = at - interval 1 day where number = 2");
        assertThat(chain.verify().broken()).isEqualTo(new AuditChain.Broken(2, null, "the seal was changed"));
    }

    @Test
    void aSealThatSomebodyComputedAnewWithoutTheKeyIsFound() {
        sealed(5);
        var before = jdbc.sql("select digest from audit_seal").query(byte[].class).single();
        tamper("update audit_seal set digest = unhex(sha2('forged', 256))");

        assertThat(before).isNotEmpty();
        assertThat(chain.verify().broken())
                .isEqualTo(new AuditChain.Broken(1, null, "the seal was not made by this installation"));
    }

    @Test
    void anEntryThatBecomesVisibleLateIsSealedWithTheNextBatch() throws Exception {
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> transactions.inOne(() -> {
                entry("slow"); // takes number 1
                written.countDown();
                await(mayCommit);
            }));
            await(written);
            entry("quick"); // number 2, visible first
            sealer(NOW, 10).sealAll();
            assertThat(jdbc.sql("select members from audit_seal").query(String.class).list()).containsExactly("2");
            assertThat(chain.verify()).as("number 1 is waited for").isEqualTo(new AuditChain.Verdict(1, 1, 0, null));
            mayCommit.countDown();
            slow.get(20, TimeUnit.SECONDS);
        }
        entry("later");

        sealer(NOW.plusSeconds(60), 10).sealAll();

        assertThat(jdbc.sql("select members from audit_seal order by number").query(String.class).list()).containsExactly("2",
                "1,3");
        assertThat(chain.verify()).isEqualTo(new AuditChain.Verdict(2, 3, 0, null));
    }

    @Test
    void aNumberThatWasRolledBackIsForgottenAfterAWhileAndMayNotBeFilledThen() {
        assertThatThrownBy(() -> transactions.inOne(() -> {
            entry("never"); // number 1
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);
        entry("H2");
        sealer(NOW, 10).sealAll();
        assertThat(openGaps()).isEqualTo("1@" + NOW.getEpochSecond());
        entry("H3");
        sealer(NOW.plus(Duration.ofHours(3)), 10).sealAll();
        assertThat(openGaps()).isEmpty();
        assertThat(chain.verify().whole()).isTrue();

        tamper("insert into audit_entry (id, at, account, kind, action, subject_kind) values (1, now(6), 'x', 'job', 'slipped', 'in')");

        assertThat(chain.verify().broken())
                .isEqualTo(new AuditChain.Broken(0, 1L, "the entry is in no seal although later ones are"));
    }

    @Test
    void writersDoNotWaitForEachOther() throws Exception {
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> transactions.inOne(() -> {
                entry("slow");
                written.countDown();
                await(mayCommit);
            }));
            await(written);
            entry("quick"); // would run into the lock wait of 5 s
            assertThat(slow.isDone()).isFalse();
            mayCommit.countDown();
            slow.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void theCommandSaysWhatItFound() {
        sealed(5);
        assertThat(AuditVerification.sentence(chain.verify()))
                .isEqualTo("The audit chain is whole: 5 entries under 1 seals; 0 entries wait for their seal.");
        tamper("delete from audit_entry where id = 3");
        assertThat(AuditVerification.sentence(chain.verify()))
                .isEqualTo(
                        "The audit chain is broken at seal 1, entry 3: the entry was removed. The 0 seals before it are whole.");
    }

    private void sealed(int entries) {
        for (var i = 1; i <= entries; i++) {
            entry("H" + i);
        }
        sealer(NOW, 10).sealAll();
        assertThat(chain.verify().whole()).isTrue();
    }

    private void entry(String number) {
        audit.record(LI, "household.read", Subject.in("451481101201", "household", number), Map.of("purpose", "visit"));
    }

    private String openGaps() {
        return jdbc.sql("select open_gaps from audit_seal order by number desc limit 1").query(String.class).single();
    }

    private Sealer sealer(Instant now, int batch) {
        return new Sealer(jdbc, new TransactionTemplate(manager), digests, Clock.fixed(now, ZoneOffset.UTC), Duration.ofHours(2),
                batch);
    }

    private static void tamper(String sql) {
        var administrator = EmbeddedMariaDb.administrator("jz_audit");
        try (var connection = DriverManager.getConnection(administrator.getJdbcUrl(), administrator.getUsername(),
                administrator.getPassword()); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
