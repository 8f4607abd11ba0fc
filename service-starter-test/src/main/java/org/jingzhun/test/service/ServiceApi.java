package org.jingzhun.test.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

import org.jingzhun.test.token.TestToken;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test over HTTP: {@code get(COUNTY, "/households")}. */
public class ServiceApi {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Environment environment;
    private final String base;

    /**
     * Of the service that runs in this environment.
     *
     * @param base what all its paths begin with, such as {@code /api/household/v1}
     */
    public ServiceApi(Environment environment, String base) {
        this.environment = environment;
        this.base = base;
    }

    public String address() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    /** What all paths begin with. */
    public String base() {
        return base;
    }

    public Answer get(TestToken as, String path) {
        return send(as, "GET", path, null);
    }

    public Answer post(TestToken as, String path, @Nullable String body, String... headers) {
        return send(as, "POST", path, body, headers);
    }

    public Answer put(TestToken as, String path, @Nullable String body, String... headers) {
        return send(as, "PUT", path, body, headers);
    }

    /**
     * Any request.
     *
     * @param headers names and values in turn
     */
    public Answer send(TestToken as, String method, String path, @Nullable String body, String... headers) {
        var request = request(as, path)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        var answer = exchange(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), answer.headers().firstValue("ETag"),
                answer.headers().firstValue("Location"));
    }

    /** A file. */
    public byte[] bytes(TestToken as, String path) {
        var answer = exchange(request(as, path).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Sends a file as it is. */
    public int upload(TestToken as, String path, byte[] file) {
        return exchange(request(as, path).header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(TestToken as, String path) {
        return HttpRequest.newBuilder(URI.create(address() + base + path)).header("Authorization", as.bearer());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> as) {
        try {
            return http.send(request, as);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, String body, Optional<String> etag, Optional<String> location) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** The last part of a problem's type. */
        public String problem() {
            var type = json().path("type").asString("");
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }
}
