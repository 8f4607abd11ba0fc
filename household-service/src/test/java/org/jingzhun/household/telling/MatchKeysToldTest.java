package org.jingzhun.household.telling;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.KeyRingFile;
import org.jingzhun.starter.crypto.MatchKey;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.feed.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** By what supervision recognises a person, and that it tells nobody else anything. */
@HouseholdServiceTest
class MatchKeysToldTest {

    private static final String VILLAGE = "451481101201";
    private static final String ID = Givens.residentId("451481", "19700101", 951);
    private static final String OTHER_ID = Givens.residentId("451481", "19710101", 953);

    @Autowired
    Givens givens;
    @Autowired
    ToldRegister told;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    JdbcTemplate template;
    @Autowired
    FieldCipher cipher;
    @Autowired
    MatchKey key;
    @Autowired
    Facts facts;
    @Autowired
    Clock clock;
    @Autowired
    Transactions transactions;
    @TempDir
    Path folder;

    String mark;

    /** Which tells by the key of the service and not by that of a test. */
    @BeforeEach
    void theJobRests() {
        jdbc.sql("update scheduled_tasks set execution_time = ? where task_name = 'household-telling-backlog'")
                .param(LocalDateTime.of(2037, 1, 1, 0, 0)).update();
    }

    @AfterEach
    void theJobGoesOn() {
        jdbc.sql("update scheduled_tasks set execution_time = ? where task_name = 'household-telling-backlog'")
                .param(LocalDateTime.of(2000, 1, 1, 0, 0)).update();
    }

    @BeforeEach
    void onePerson() {
        givens.forgetAll();
        givens.household("MK1", VILLAGE, Map.of());
        givens.member("MK1", "MK1-1", "农一", ID, "01", Map.of());
        mark = told.mark(ToldRegister.COUNTY);
    }

    @Test
    void aPersonIsToldWithTheKeyOfItsResidentId() {
        told.given(List.of("MK1"));

        assertThat(person().path("matchKey").asString()).isEqualTo(key.of(ID).orElseThrow());
        assertThat(told.untold(List.of("MK1"))).isZero();
    }

    @Test
    void aCertificateOfDisabilityHasTheKeyOfTheIdInIt() {
        given(ID + "44");
        told.given(List.of("MK1"));

        assertThat(person().path("matchKey").asString()).isEqualTo(key.of(ID).orElseThrow());
    }

    @Test
    void anotherIdIsAnotherKeyAndIsToldAgain() {
        told.given(List.of("MK1"));
        given(OTHER_ID);
        mark = told.mark(ToldRegister.COUNTY);
        told.given(List.of("MK1"));

        assertThat(person().path("matchKey").asString()).isEqualTo(key.of(OTHER_ID).orElseThrow());
    }

    @Test
    void theSameIdUnderAnotherFieldKeyIsNotToldAgain() {
        told.given(List.of("MK1"));
        given(ID);

        assertThat(told.untold(List.of("MK1"))).isZero();
    }

    @Test
    void noIdAndNothingThatAnybodyCanMakeOfOneIsTold() throws Exception {
        told.given(List.of("MK1"));

        var words = told.after(ToldRegister.COUNTY, mark).toString();
        assertThat(words).contains("matchKey").doesNotContain(ID, hex(sm3(ID)), hex(sm3(ID + "\n")));
        for (var algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
            assertThat(words)
                    .doesNotContain(hex(MessageDigest.getInstance(algorithm).digest(ID.getBytes(StandardCharsets.UTF_8))));
        }
        assertThat(words)
                .doesNotContain(jdbc.sql("select lower(hex(resident_id_digest)) from person").query(String.class).single());
    }

    @Test
    void withoutAKeyThereIsNone() {
        tellBy(MatchKey.none());

        assertThat(person().has("matchKey")).isFalse();
        assertThat(person().path("number").asString()).isEqualTo("MK1-1");
    }

    @Test
    void anIdThatCannotBeDecipheredIsToldWithoutAndStopsNobody() {
        jdbc.sql("update person set resident_id = concat(resident_id, 'x')").update();
        told.given(List.of("MK1"));

        assertThat(person().has("matchKey")).isFalse();
    }

    @Test
    void aNewKeyIsToldOfEverybodyOnce() {
        jdbc.sql("update telling_progress set household_id = 0, complete = false, match_key = null").update();
        goThrough(key);
        assertThat(person().path("matchKey").asString()).startsWith("m1-");

        var file = folder.resolve("match.json");
        KeyRingFile.create(file);
        KeyRingFile.rotate(file);
        var fresh = MatchKey.read(file);
        mark = told.mark(ToldRegister.COUNTY);
        goThrough(fresh);
        assertThat(person().path("matchKey").asString()).isEqualTo(fresh.of(ID).orElseThrow());

        mark = told.mark(ToldRegister.COUNTY);
        goThrough(fresh);
        assertThat(told.after(ToldRegister.COUNTY, mark)).isEmpty();
    }

    @Test
    void aKeyThatIsMissingForAWhileTakesNothingBackAndIsToldOfAfterwards() {
        jdbc.sql("update telling_progress set household_id = 0, complete = false, match_key = null").update();
        goThrough(key);
        mark = told.mark(ToldRegister.COUNTY);
        goThrough(MatchKey.none());
        assertThat(told.after(ToldRegister.COUNTY, mark)).isEmpty();
        tellBy(MatchKey.none());
        mark = told.mark(ToldRegister.COUNTY);

        goThrough(key);
        assertThat(person().path("matchKey").asString()).isEqualTo(key.of(ID).orElseThrow());
    }

    private void given(String document) {
        jdbc.sql("update person set resident_id = ? where number = 'MK1-1'")
                .param(cipher.encrypt(document, "person.resident_id", "MK1-1")).update();
    }

    private void tellBy(MatchKey by) {
        transactions.inOne(() -> telling(by).tell(jdbc.sql("select id from household").query(Long.class).list()));
    }

    private void goThrough(MatchKey by) {
        var backlog = new Backlog(jdbc, transactions, telling(by), keys(by), new TellingSettings(2));
        while (backlog.next()) {
            // the next ones
        }
    }

    private Telling telling(MatchKey by) {
        return new Telling(jdbc, keys(by), facts, clock);
    }

    private PersonKeys keys(MatchKey by) {
        return new PersonKeys(jdbc, template, cipher, by);
    }

    private JsonNode person() {
        return told.after(ToldRegister.COUNTY, mark).stream().filter(it -> it.path("kind").asString().equals("person-changed"))
                .findFirst().orElseThrow().path("body");
    }

    private static byte[] sm3(String text) {
        var digest = new SM3Digest();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
