package org.jingzhun.starter.crypto;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.jingzhun.starter.database.ServiceWithDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.NONE, properties = {
        "jingzhun.test.schema=jz_keys", "db-scheduler.enabled=false"})
class KeyRingTest {

    @Autowired
    JdbcClient jdbc;
    @TempDir
    Path folder;

    @BeforeEach
    void noKeysYet() {
        jdbc.sql("delete from data_key").update();
    }

    @Test
    void aSecondStartReadsWhatTheFirstOneWrote() {
        var file = KeyRingFile.create(folder.resolve("ring.json"));
        var first = ring(file, Algorithm.SM4_GCM);
        var stored = new FieldCipher(first).encrypt("451481199001011234", "person.resident_id", "P1");
        var digest = new Digests(first).of("resident-id", "451481199001011234");

        var second = ring(KeyRingFile.read(folder.resolve("ring.json")), Algorithm.SM4_GCM);

        assertThat(new FieldCipher(second).decryptText(stored, "person.resident_id", "P1")).isEqualTo("451481199001011234");
        assertThat(new Digests(second).of("resident-id", "451481199001011234")).isEqualTo(digest).hasSize(32);
        assertThat(jdbc.sql("select count(*) from data_key").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void aFieldThatIsCopiedToAnotherRowOrColumnIsRefused() {
        var cipher = new FieldCipher(ring(KeyRingFile.create(folder.resolve("ring.json")), Algorithm.SM4_GCM));
        var stored = cipher.encrypt("451481199001011234", "person.resident_id", "P1");

        assertThatThrownBy(() -> cipher.decryptText(stored, "person.resident_id", "P2")).isInstanceOf(NotDecipherable.class);
        assertThatThrownBy(() -> cipher.decryptText(stored, "person.phone", "P1")).isInstanceOf(NotDecipherable.class);
        assertThatThrownBy(() -> cipher.decrypt(new byte[10], "person.phone", "P1")).isInstanceOf(NotDecipherable.class);
        assertThatThrownBy(() -> cipher.decrypt(new byte[50], "person.phone", "P1")).isInstanceOf(NotDecipherable.class);
    }

    @Test
    void digestsDifferByPurpose() {
        var digests = new Digests(ring(KeyRingFile.create(folder.resolve("ring.json")), Algorithm.SM4_GCM));

        assertThat(digests.of("phone", "13800000000")).isNotEqualTo(digests.of("resident-id", "13800000000"));
        assertThat(digests.of("phone", "13800000000")).isEqualTo(digests.of("phone", "13800000000"));
        var all = IntStream.range(0, 5000).parallel().mapToObj(i -> List.of(digests.of("phone", "x"))).map(it -> it.get(0))
                .toList();
        assertThat(all).allMatch(it -> Arrays.equals(it, digests.of("phone", "x")));
    }

    @Test
    void anotherAlgorithmIsForNewFieldsAndOldOnesStayReadable() {
        var file = KeyRingFile.create(folder.resolve("ring.json"));
        var before = ring(file, Algorithm.SM4_GCM);
        var old = new FieldCipher(before).encrypt("x", "c", "r");
        var digest = new Digests(before).of("p", "x");

        var after = ring(file, Algorithm.AES_256_GCM);
        var cipher = new FieldCipher(after);

        assertThat(cipher.decryptText(old, "c", "r")).isEqualTo("x");
        assertThat(cipher.isOutdated(old)).isTrue();
        assertThat(cipher.isOutdated(cipher.encrypt("x", "c", "r"))).isFalse();
        assertThat(new Digests(after).of("p", "x")).isEqualTo(digest);
    }

    @Test
    void aNewMasterKeyTakesTheDataKeysOver() {
        var path = folder.resolve("ring.json");
        var stored = new FieldCipher(ring(KeyRingFile.create(path), Algorithm.SM4_GCM)).encrypt("x", "c", "r");

        var rotated = KeyRingFile.rotate(path);
        var after = ring(rotated, Algorithm.SM4_GCM);

        assertThat(new FieldCipher(after).decryptText(stored, "c", "r")).isEqualTo("x");
        assertThat(jdbc.sql("select distinct master_key from data_key").query(String.class).list()).containsExactly("m2");
        var onlyNew = new KeyRingFile("m2", List.of(rotated.key("m2")));
        assertThat(new FieldCipher(ring(onlyNew, Algorithm.SM4_GCM)).decryptText(stored, "c", "r")).isEqualTo("x");
    }

    @Test
    void theKeyRingOfAnotherDatabaseIsRefused() {
        ring(KeyRingFile.create(folder.resolve("ring.json")), Algorithm.SM4_GCM);

        assertThatThrownBy(() -> ring(KeyRingFile.create(folder.resolve("other.json")), Algorithm.SM4_GCM))
                .isInstanceOf(KeyRingUnusable.class).hasMessageContaining("does not open the data keys");
    }

    @Test
    void keysMadeByAnotherInstanceAreFound() {
        var file = KeyRingFile.create(folder.resolve("ring.json"));
        var one = new FieldCipher(ring(file, Algorithm.SM4_GCM));
        var other = new FieldCipher(ring(file, Algorithm.AES_256_GCM));

        assertThat(one.decryptText(other.encrypt("x", "c", "r"), "c", "r")).isEqualTo("x");
    }

    @Test
    void aKeyMadeInUseIsUsedByAllFromTheSameMoment() {
        var file = KeyRingFile.create(folder.resolve("ring.json"));
        var now = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
        var clock = new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        var one = new KeyRing(file, Algorithm.SM4_GCM, jdbc, clock);
        var other = new KeyRing(file, Algorithm.SM4_GCM, jdbc, clock);
        var before = one.fields().id;

        var id = one.prepareNext(now.get().plusSeconds(120));
        one.reload(file);
        other.reload(file);
        assertThat(List.of(one.fields().id, other.fields().id)).containsOnly(before);
        assertThat(one.isInUse(id)).isFalse();

        now.set(now.get().plusSeconds(120));
        assertThat(List.of(one.fields().id, other.fields().id)).containsOnly(id);
        assertThat(other.isInUse(id)).isTrue();
        assertThat(ring(file, Algorithm.SM4_GCM).fields().id).isEqualTo(id);
    }

    @Test
    void aNewMasterKeyIsTakenOverWhileInUse() {
        var path = folder.resolve("ring.json");
        var ring = ring(KeyRingFile.create(path), Algorithm.SM4_GCM);
        var stored = new FieldCipher(ring).encrypt("x", "c", "r");

        var rotated = KeyRingFile.rotate(path);
        ring.reload(rotated);

        assertThat(jdbc.sql("select distinct master_key from data_key").query(String.class).list()).containsExactly("m2");
        assertThat(new FieldCipher(ring).decryptText(stored, "c", "r")).isEqualTo("x");
        var onlyNew = new KeyRingFile("m2", List.of(rotated.key("m2")));
        assertThat(new FieldCipher(ring(onlyNew, Algorithm.SM4_GCM)).decryptText(stored, "c", "r")).isEqualTo("x");
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws Exception {
        var path = folder.resolve("ring.json");
        KeyRingFile.create(path);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeyRingFile.read(path)).isInstanceOf(KeyRingUnusable.class)
                .hasMessage("The key ring " + path + " may be read by others than its owner.");
    }

    @Test
    void aDamagedOrMissingFileIsRefusedWithoutQuotingIt() throws Exception {
        var path = folder.resolve("ring.json");
        KeyRingFile.create(path);
        var secret = KeyRingFile.read(path).keys().getFirst().key();
        Files.writeString(path, Files.readString(path).replace("\"current\"", "\"curr"));

        assertThatThrownBy(() -> KeyRingFile.read(path)).isInstanceOf(KeyRingUnusable.class).hasMessageContaining("is damaged")
                .hasNoCause().message().doesNotContain(secret);
        assertThatThrownBy(() -> KeyRingFile.read(folder.resolve("none"))).isInstanceOf(KeyRingUnusable.class)
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> KeyRingFile.create(path)).isInstanceOf(KeyRingUnusable.class)
                .hasMessageContaining("not overwritten");
    }

    @Test
    void noMasterKeyAndNoDataKeyInClearIsInTheTable() {
        var file = KeyRingFile.create(folder.resolve("ring.json"));
        var ring = ring(file, Algorithm.SM4_GCM);

        for (var wrapped : jdbc.sql("select lower(hex(wrapped)) from data_key").query(String.class).list()) {
            assertThat(wrapped).doesNotContain(HexFormat.of().formatHex(ring.fields().bytes()))
                    .doesNotContain(HexFormat.of().formatHex(ring.digests().bytes()))
                    .doesNotContain(HexFormat.of().formatHex(file.keys().getFirst().bytes()));
        }
        assertThat(file.toString()).doesNotContain(file.keys().getFirst().key());
    }

    private KeyRing ring(KeyRingFile file, Algorithm algorithm) {
        return new KeyRing(file, algorithm, jdbc, Clock.systemUTC());
    }
}
