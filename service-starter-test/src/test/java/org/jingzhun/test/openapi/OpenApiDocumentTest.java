package org.jingzhun.test.openapi;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenApiDocumentTest {

    @TempDir
    Path folder;

    @Test
    void whatTheServiceOffersIsWrittenAndComparedFromThenOn() {
        var file = folder.resolve("api").resolve("probe.json");

        assertThatThrownBy(() -> offering("recordsList").checkedInAs(file, false)).hasMessageContaining("is missing");
        offering("recordsList").checkedInAs(file, true);

        assertThatCode(() -> offering("recordsList").checkedInAs(file, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> offering("recordsAll").checkedInAs(file, false))
                .hasMessageContaining("/paths/~10/get/operationId is another");
    }

    @Test
    void anOperationIdThatIsGoneIsNotWrittenOver() throws Exception {
        var file = folder.resolve("probe.json");
        offering("recordsList", "recordsOne").checkedInAs(file, true);
        var before = Files.readString(file);

        assertThatThrownBy(() -> offering("recordsList", "recordsGet").checkedInAs(file, true))
                .hasMessageContaining("no longer offers: [recordsOne]");
        assertThat(Files.readString(file)).isEqualTo(before);

        offering("recordsList", "recordsOne", "recordsGet").checkedInAs(file, true);
        assertThat(Files.readString(file)).contains("recordsGet");
    }

    @ParameterizedTest
    @CsvSource({"recordsList, recordsList", "list_1, recordsOne", "Records.list, recordsOne"})
    void idsAreUniqueAndNotNumbered(String one, String other) {
        assertThatThrownBy(() -> offering(one, other).checkedInAs(folder.resolve("probe.json"), true))
                .hasMessageContaining("[" + one + "]");
    }

    private static OpenApiDocument offering(String... operationIds) {
        var document = JsonMapper.shared().createObjectNode();
        var paths = document.putObject("paths");
        for (int i = 0; i < operationIds.length; i++) {
            paths.putObject("/" + i).putObject("get").put("operationId", operationIds[i]);
        }
        return new OpenApiDocument(document);
    }
}
