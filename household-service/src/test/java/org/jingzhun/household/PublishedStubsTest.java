package org.jingzhun.household;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every mapping that others test against is what this service really answers. */
@HouseholdServiceTest
class PublishedStubsTest {

    private static final String API = "/api/household/v1";

    @Autowired
    Api api;
    @Autowired
    Givens givens;

    @ParameterizedTest(name = "{0}")
    @MethodSource("mappings")
    void theServiceAnswersAsItsStubPromises(String file, JsonNode mapping) throws Exception {
        arrange(mapping.path("metadata").path("given").asString());
        var request = mapping.path("request");
        var response = mapping.path("response");
        var path = request.path("urlPath").asString();
        assertThat(path).startsWith(API + "/");

        var answer = api.send(Api.COUNTY, request.path("method").asString(), path.substring(API.length()) + query(request),
                body(request));

        assertThat(answer.status()).isEqualTo(response.path("status").asInt());
        JSONAssert.assertEquals(response.path("jsonBody").toString(), answer.body(), false);
    }

    @Test
    void thereAreMappings() throws IOException {
        assertThat(mappings()).hasSizeGreaterThan(3);
    }

    private void arrange(String given) {
        switch (given) {
            case "household 45148100000017 with 4 members" -> {
                givens.forget("45148100000017");
                givens.household("45148100000017", "451481101201", Map.of());
                givens.member("45148100000017", "45148100000017001", "韦大山", Givens.residentId("451481", "19030108", 1), "01",
                        Map.of());
                givens.member("45148100000017", "45148100000017002", "黄秀英", Givens.residentId("451481", "19010101", 2), "02",
                        Map.of());
                givens.member("45148100000017", "45148100000017003", "韦小山", Givens.residentId("451481", "19200101", 3), "03",
                        Map.of());
                givens.member("45148100000017", "45148100000017004", "韦小花", Givens.residentId("451481", "19210101", 4), "04",
                        Map.of());
            }
            case "household 45148100000018, alone in village 451481103202" -> {
                givens.forget("45148100000018");
                givens.household("45148100000018", "451481103202", Map.of());
                givens.member("45148100000018", "45148100000018001", "韦大海", Givens.residentId("451481", "19020101", 5), "01",
                        Map.of());
            }
            case "no household 45148100000099", "the divisions of the release" -> {
                // nothing to put there
            }
            default -> throw new AssertionError("nobody knows how to give: " + given);
        }
    }

    private static String query(JsonNode request) {
        var parameters = request.path("queryParameters").properties();
        return parameters.isEmpty()
                ? ""
                : parameters.stream().map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(parameter.getValue().path("equalTo").asString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String body(JsonNode request) {
        var body = request.path("bodyPatterns").path(0).path("equalToJson");
        return body.isMissingNode() ? null : body.toString();
    }

    static Stream<Arguments> mappings() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:stubs/household-service/mappings/*.json");
        return Arrays.stream(files).map(file -> arguments(file.getFilename(), read(file)));
    }

    private static JsonNode read(Resource file) {
        try (var in = file.getInputStream()) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
