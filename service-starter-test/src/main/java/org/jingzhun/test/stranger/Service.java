package org.jingzhun.test.stranger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service under test, by HTTP. */
class Service {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete", "head", "options", "trace");

    private final String address;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Service(String address) {
        this.address = address;
    }

    /** Every operation as "METHOD /path" with the names of its query parameters. */
    Map<String, Set<String>> document() {
        var request = HttpRequest.newBuilder(URI.create(address + "/v3/api-docs")).timeout(Duration.ofSeconds(60)).build();
        var answer = send(request);
        if (answer.statusCode() != 200) {
            throw new AssertionError("/v3/api-docs answers " + answer.statusCode());
        }
        var operations = new LinkedHashMap<String, Set<String>>();
        var document = JsonMapper.shared().readTree(answer.body());
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (VERBS.contains(operation.getKey())) {
                    var filters = new LinkedHashSet<String>();
                    addFilters(path.getValue().path("parameters"), filters);
                    addFilters(operation.getValue().path("parameters"), filters);
                    operations.put(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), filters);
                }
            }
        }
        return operations;
    }

    private static void addFilters(JsonNode parameters, Set<String> filters) {
        for (var parameter : parameters) {
            if (parameter.path("in").asString("").equals("query")) {
                filters.add(parameter.path("name").asString(""));
            }
        }
    }

    Answer call(Operation operation, Map<String, String> filters, String authorization) {
        var content = operation.body();
        var request = HttpRequest.newBuilder(URI.create(address + operation.address(filters)))
                .timeout(Duration.ofSeconds(60))
                .method(operation.method(), content == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(content, StandardCharsets.UTF_8));
        operation.headers().forEach(request::header);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        var answer = send(request.build());
        return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
