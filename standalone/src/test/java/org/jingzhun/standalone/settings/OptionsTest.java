package org.jingzhun.standalone.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jingzhun.standalone.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {

    @Test
    void eachOptionIsAShorterWordForASetting() {
        var options = Options.of(List.of("--demo", "--port", "9000", "--data=/srv/jingzhun", "--lang", "zh"));

        assertThat(options.settings()).containsOnly(Map.entry("JINGZHUN_DEMO", "true"),
                Map.entry("JINGZHUN_PORT", "9000"), Map.entry("JINGZHUN_DATA", "/srv/jingzhun"),
                Map.entry("JINGZHUN_LANG", "zh"));
    }

    @Test
    void anUnknownWordIsRefused() {
        assertThatThrownBy(() -> Options.of(List.of("--prot", "9000"))).isInstanceOf(Refusal.class)
                .hasMessage("option-unknown");
    }

    @Test
    void anOptionDoesNotTakeTheNextOneForItsValue() {
        assertThatThrownBy(() -> Options.of(List.of("--port", "--demo"))).hasMessage("option-without-value");
        assertThatThrownBy(() -> Options.of(List.of("--port"))).hasMessage("option-without-value");
    }

    @Test
    void optionsWinOverTheEnvironmentAndBlankMeansNotGiven() {
        var settings = Settings.of(Path.of("/home"), Options.of(List.of("--port", "9000")),
                Map.of("JINGZHUN_PORT", "7000", "JINGZHUN_DATA", " "));

        assertThat(settings.publicPort()).isEqualTo(9000);
        assertThat(settings.publicUrl()).isEqualTo("http://localhost:9000");
        assertThat(settings.data()).isEqualTo(Path.of("/home/data"));
        assertThat(settings.keys()).isEqualTo(Path.of("/home/keys"));
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        var settings = Settings.of(Path.of("/home"), Options.of(List.of()), Map.of("JINGZHUN_PORT", "http"));

        assertThatThrownBy(settings::publicPort).hasMessage("setting-not-a-number");
    }

    @ParameterizedTest
    @CsvSource({"zh_CN.UTF-8,,zh", "en_US.UTF-8,,en", "C,,en", ",,en", "en_US.UTF-8,zh,zh", "zh_CN.UTF-8,en,en"})
    void theLanguageIsThatOfTheTerminalUnlessChosen(String terminal, String chosen, String language) {
        var given = Map.of("LANG", terminal == null ? "" : terminal, "JINGZHUN_LANG", chosen == null ? "" : chosen);

        assertThat(Settings.language(given)).isEqualTo(Locale.of(language));
    }
}
