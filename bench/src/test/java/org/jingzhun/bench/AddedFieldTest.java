package org.jingzhun.bench;

import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The field that {@code bench/other-build} puts into relocation-service, or the next measurement would be the first to meet a patch that fits no more. */
class AddedFieldTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @ParameterizedTest
    @ValueSource(strings = {"build", "contracts"})
    void fitsThePresentSources(String patch) throws Exception {
        var check = new ProcessBuilder("git", "apply", "--check", "bench/added-field/" + patch + ".patch")
                .directory(ROOT.toFile()).redirectErrorStream(true).start();

        var said = new String(check.getInputStream().readAllBytes());
        assertThat(check.waitFor()).as(said).isZero();
    }
}
