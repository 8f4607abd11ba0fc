package org.jingzhun.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MatchKeyTest {

    private static final String ID = "451481199001011234";

    @TempDir
    Path folder;

    @Test
    void twoServicesWithTheSameFileMakeTheSameOfTheSame() {
        var file = file("one.json");

        assertThat(MatchKey.read(file).of(ID)).get().asString().matches("m1-[0-9a-f]{8}\\.[0-9a-f]{64}")
                .isEqualTo(MatchKey.read(file).of(ID).orElseThrow())
                .isNotEqualTo(MatchKey.read(file).of("451481199001011235").orElseThrow());
    }

    @Test
    void withoutTheKeyNobodyMakesIt() {
        var made = MatchKey.read(file("one.json")).of(ID).orElseThrow();

        assertThat(MatchKey.read(file("other.json")).of(ID)).get().isNotEqualTo(made);
        var plain = new byte[32];
        var sm3 = new SM3Digest();
        sm3.update(ID.getBytes(StandardCharsets.US_ASCII), 0, ID.length());
        sm3.doFinal(plain, 0);
        assertThat(made).doesNotContain(HexFormat.of().formatHex(plain)).doesNotContain(ID);
    }

    @Test
    void itTellsUnderWhichKeyItWasMade() {
        var file = file("one.json");
        var former = MatchKey.read(file).of(ID).orElseThrow();
        KeyRingFile.rotate(file);

        var key = MatchKey.read(file);
        assertThat(key.id()).hasValueSatisfying(it -> assertThat(it).startsWith("m2-"));
        assertThat(key.of(ID)).get().asString().startsWith("m2-").doesNotContain(former.substring(former.indexOf('.')));
    }

    @Test
    void withoutAFileThereIsNone() {
        assertThat(MatchKey.none().of(ID)).isEmpty();
        assertThat(MatchKey.none().id()).isEmpty();
    }

    @Test
    void aFileThatIsNamedMustBeThereAndClosedToOthers() throws Exception {
        assertThatThrownBy(() -> MatchKey.read(folder.resolve("none.json"))).isInstanceOf(KeyRingUnusable.class)
                .hasMessageContaining("match keys");
        var open = file("open.json");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> MatchKey.read(open)).isInstanceOf(KeyRingUnusable.class).hasMessageContaining("others");
    }

    private Path file(String name) {
        var file = folder.resolve(name);
        KeyRingFile.create(file);
        return file;
    }
}
