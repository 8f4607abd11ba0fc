package org.jingzhun.test.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jingzhun.test.token.TestToken;
import org.json.JSONException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.skyscreamer.jsonassert.Customization;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.skyscreamer.jsonassert.comparator.CustomComparator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays every mapping that a service has published under contracts/stubs against the service itself:
 * {@code PublishedStubs.of("household-service", api).as(COUNTY).given("no household 1", () -> {}).tests()} in a {@code @TestFactory}.
 *
 * <p>The service may answer more than its mapping promises, never less.
 */
public final class PublishedStubs {

    private static final CustomComparator EXAMPLES = new CustomComparator(JSONCompareMode.LENIENT,
            Stream.of("position", "next", "head", "epoch", "atEnd", "effectiveOn", "recordedAt", "body.matchKey")
                    .map(name -> new Customization(name, (told, promised) -> true)).toArray(Customization[]::new));

    private final String service;
    private final ServiceApi api;
    private final Map<String, Runnable> givens = new LinkedHashMap<>();
    private @Nullable TestToken caller;
    private @Nullable TestToken machine;

    private PublishedStubs(String service, ServiceApi api) {
        this.service = service;
        this.api = api;
    }

    public static PublishedStubs of(String service, ServiceApi api) {
        return new PublishedStubs(service, api);
    }

    /** Who asks. */
    public PublishedStubs as(TestToken token) {
        caller = token;
        return this;
    }

    /** Who reads the feed. */
    public PublishedStubs machine(TestToken token) {
        machine = token;
        return this;
    }

    /** How the state comes about that mappings name in {@code metadata.given}. */
    public PublishedStubs given(String state, Runnable arranged) {
        givens.put(state, arranged);
        return this;
    }

    /** One test for each mapping; none at all is an error. */
    public Stream<DynamicTest> tests() {
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:stubs/" + service + "/mappings/*.json");
            if (files.length == 0) {
                throw new AssertionError("contracts has no mapping of " + service + ": this test looks at nothing");
            }
            return Arrays.stream(files).map(file -> DynamicTest.dynamicTest(Objects.requireNonNull(file.getFilename()),
                    () -> replay(read(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replay(JsonNode mapping) throws JSONException {
        var given = mapping.path("metadata").path("given").asString();
        var arranged = givens.get(given);
        if (arranged == null) {
            throw new AssertionError("nobody knows how to give: " + given);
        }
        arranged.run();
        var request = mapping.path("request");
        var path = request.path("urlPath").asString();
        if (!path.startsWith(api.base() + "/")) {
            throw new AssertionError(path + " is no path of this service");
        }
        var promised = mapping.path("response");
        if (promised.has("body")) {
            // a fact is placed right after the change that it tells of, not with it
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> feed(promised, ask(machine, request, path)));
            return;
        }
        var answer = ask(caller, request, path);
        status(promised, answer);
        JSONAssert.assertEquals(promised.path("jsonBody").toString(), answer.body(), false);
    }

    private ServiceApi.Answer ask(@Nullable TestToken as, JsonNode request, String path) {
        return api.send(Objects.requireNonNull(as, "as() and machine() say who asks"), request.path("method").asString(),
                path.substring(api.base().length()) + query(request), body(request));
    }

    private static void status(JsonNode promised, ServiceApi.Answer answer) {
        if (answer.status() != promised.path("status").asInt()) {
            throw new AssertionError("%s expected, not %s %s".formatted(promised.path("status"), answer.status(), answer.body()));
        }
    }

    private static void feed(JsonNode promised, ServiceApi.Answer answer) throws JSONException {
        status(promised, answer);
        for (var wanted : promised.path("body").asString().lines().toList()) {
            var line = about(JsonMapper.shared().readTree(wanted));
            var told = answer.body().lines().filter(it -> about(JsonMapper.shared().readTree(it)).equals(line)).findFirst()
                    .orElseThrow(() -> new AssertionError("no line about " + line + " in " + answer.body()));
            JSONAssert.assertEquals(wanted, told, EXAMPLES);
        }
    }

    private static String about(JsonNode line) {
        return line.path("kind").asString() + " " + line.path("aggregate").path("id").asString("");
    }

    private static String query(JsonNode request) {
        var parameters = request.path("queryParameters").properties();
        return parameters.isEmpty()
                ? ""
                : parameters.stream().map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(parameter.getValue().path("equalTo").asString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static @Nullable String body(JsonNode request) {
        var body = request.path("bodyPatterns").path(0).path("equalToJson");
        return body.isMissingNode() ? null : body.toString();
    }

    private static JsonNode read(Resource file) {
        try (var in = file.getInputStream()) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
