package org.jingzhun.household;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

import org.jingzhun.test.token.TestToken;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its users call it. */
@TestComponent
public class Api {

    public static final TestToken COUNTY = TestToken.person("county").grant("county-officer", "rural-affairs", "451481");
    public static final TestToken COUNTY2 = TestToken.person("county2").grant("county-officer", "rural-affairs", "451481");
    public static final TestToken TOWN = TestToken.person("town").grant("township-officer", "rural-affairs", "451481101");
    public static final TestToken NEIGHBOUR = TestToken.person("neighbour").grant("township-officer", "rural-affairs",
            "451481100");
    public static final TestToken CLERK = TestToken.person("clerk").grant("village-clerk", "rural-affairs", "451481101201");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Environment environment;

    Api(Environment environment) {
        this.environment = environment;
    }

    public String address() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    public Answer get(TestToken as, String path) {
        return send(as, "GET", path, null);
    }

    public Answer post(TestToken as, String path, String body, String... headers) {
        return send(as, "POST", path, body, headers);
    }

    public Answer put(TestToken as, String path, String body, String... headers) {
        return send(as, "PUT", path, body, headers);
    }

    /** @param headers names and values in turn */
    public Answer send(TestToken as, String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address() + "/api/household/v1" + path))
                .header("Authorization", as.bearer())
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer.headers().firstValue("ETag"),
                    answer.headers().firstValue("Location"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file. */
    public byte[] bytes(TestToken as, String path) {
        var request = HttpRequest.newBuilder(URI.create(address() + "/api/household/v1" + path))
                .header("Authorization", as.bearer()).build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file as it is. */
    public int upload(TestToken as, String path, byte[] file) {
        var request = HttpRequest.newBuilder(URI.create(address() + "/api/household/v1" + path))
                .header("Authorization", as.bearer()).header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
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
