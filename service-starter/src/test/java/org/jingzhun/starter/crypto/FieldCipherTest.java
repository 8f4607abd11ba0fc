package org.jingzhun.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The ciphers themselves; where keys come from is the matter of {@link KeyRingTest}. */
class FieldCipherTest {

    private static final byte[] ROW = "person.resident_id\0P1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLEAR = "451481199001011234".getBytes(StandardCharsets.UTF_8);

    /** RFC 8998, A.1: SM4-GCM. */
    @Test
    void sm4GcmIsTheOneOfTheStandard() {
        var hex = HexFormat.of();
        var cipher = new Sm4Gcm(hex.parseHex("0123456789abcdeffedcba9876543210"));
        var nonce = hex.parseHex("00001234567800000000abcd");
        var associated = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        var clear = hex.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        var out = new byte[clear.length + Aead.TAG_BYTES];

        cipher.seal(nonce, associated, clear, out, 0);

        assertThat(hex.formatHex(out)).isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d" + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(cipher.open(nonce, associated, out, 0)).isEqualTo(clear);
    }

    @ParameterizedTest
    @EnumSource(names = {"SM4_GCM", "AES_256_GCM"})
    void whatWasEncryptedComesBack(Algorithm algorithm) {
        var key = key(algorithm);

        var sealed = key.seal(ROW, CLEAR);

        assertThat(sealed).hasSize(CLEAR.length + 32);
        assertThat(Arrays.copyOf(sealed, 4)).containsExactly(0, 0, 0, 7);
        assertThat(key.open(ROW, sealed)).isEqualTo(CLEAR);
        assertThat(key.open(ROW, key.seal(ROW, new byte[0]))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SM4_GCM", "AES_256_GCM"})
    void equalValuesAreNeverStoredAlike(Algorithm algorithm) {
        var key = key(algorithm);

        var sealed = IntStream.range(0, 2000).mapToObj(i -> HexFormat.of().formatHex(key.seal(ROW, CLEAR))).distinct().count();

        assertThat(sealed).isEqualTo(2000);
    }

    @ParameterizedTest
    @EnumSource(names = {"SM4_GCM", "AES_256_GCM"})
    void aChangedBitOrAnotherRowIsRefusedAndTheKeyStaysUsable(Algorithm algorithm) {
        var key = key(algorithm);
        var sealed = key.seal(ROW, CLEAR);

        for (var at = 4; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> key.open(ROW, changed)).isInstanceOf(NotDecipherable.class);
        }
        assertThatThrownBy(() -> key.open("person.resident_id\0P2".getBytes(StandardCharsets.UTF_8), sealed))
                .isInstanceOf(NotDecipherable.class);
        assertThat(key.open(ROW, sealed)).isEqualTo(CLEAR);
    }

    @ParameterizedTest
    @EnumSource(names = {"SM4_GCM", "AES_256_GCM"})
    void manyThreadsShareAKey(Algorithm algorithm) {
        var key = key(algorithm);

        IntStream.range(0, 20_000).parallel().forEach(i -> {
            var clear = ("value " + i).getBytes(StandardCharsets.UTF_8);
            var row = ("row " + i).getBytes(StandardCharsets.UTF_8);
            assertThat(key.open(row, key.seal(row, clear))).isEqualTo(clear);
        });
    }

    private static DataKey key(Algorithm algorithm) {
        return new DataKey(7, "field", 1, algorithm, algorithm.newKey(new SecureRandom()), Instant.EPOCH);
    }
}
