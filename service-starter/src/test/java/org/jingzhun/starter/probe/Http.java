package org.jingzhun.starter.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the probe. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;
    private final Map<String, String> headers;

    private Http(String address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    public static Http on(int port) {
        return new Http("http://127.0.0.1:" + port, Map.of());
    }

    public Http with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Http(address, more);
    }

    public Http as(String bearer) {
        return with("Authorization", bearer);
    }

    public Answer get(String path) {
        return call("GET", path, null);
    }

    public Answer json(String method, String path, String body) {
        return with("Content-Type", "application/json").call(method, path, HttpRequest.BodyPublishers.ofString(body));
    }

    public Answer call(String method, String path, HttpRequest.@Nullable BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : body);
        headers.forEach(request::header);
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The last part of the problem's type; fails if it is no complete problem. */
        public String problem() {
            if (!header("Content-Type").startsWith("application/problem+json")) {
                throw new AssertionError("no problem: " + this);
            }
            var problem = json();
            for (var field : new String[]{"type", "title", "detail", "instance", "requestId"}) {
                if (problem.path(field).asString("").isBlank()) {
                    throw new AssertionError("a problem without " + field + ": " + this);
                }
            }
            if (problem.path("status").asInt() != status()) {
                throw new AssertionError("another status inside: " + this);
            }
            return problem.path("type").asString().replace("https://problems.jingzhun.org/", "");
        }

        @Override
        public String toString() {
            return status() + " " + body();
        }
    }
}
