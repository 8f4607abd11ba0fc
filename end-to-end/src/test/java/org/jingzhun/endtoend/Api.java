package org.jingzhun.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An integrator: plain HTTP through the gateway with an access token. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String client;
    private final String secret;

    Api(String url, String client, String secret) {
        this.url = url;
        this.client = client;
        this.secret = secret;
    }

    record Answer(int status, java.net.http.HttpHeaders headers, byte[] bytes) {

        JsonNode json() {
            return JSON.readTree(bytes);
        }

        String text() {
            return new String(bytes, UTF_8);
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        Answer must(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but was " + status + ": " + text());
            }
            return this;
        }
    }

    /** A token lives five minutes, so each use asks for its own: simple, and nothing expires in a slow test. */
    String token() {
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
        var answer = send(HttpRequest.newBuilder(URI.create(url + "/oauth2/token")).header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        return answer.must(200).json().path("access_token").asString();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) {
        return send(json(request(path)).header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer put(String path, Object body) {
        return send(json(request(path)).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer upload(String path, Path file) {
        try {
            return send(request(path).header("Content-Type", "application/octet-stream").PUT(BodyPublishers.ofFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a workbook as a user does: announce it, send its bytes; gives the path of the job. */
    String sendWorkbook(Path file, String area, int year) {
        var job = post("/api/household/v1/imports", Map.of("fileName", file.getFileName().toString(), "area", area, "dataYear",
                year, "commit", "WHEN_CHECKED")).must(201).header("Location");
        var path = URI.create(job).getPath();
        upload(path + "/content", file).must(202);
        return path;
    }

    /** Follows a job through outages of its service to one of its ends. */
    JsonNode follow(String job, String... ends) {
        var wanted = java.util.List.of(ends);
        return Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(300)).ignoreExceptions()
                .until(() -> get(job).must(200).json(), view -> wanted.contains(view.path("state").asString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token())
                .timeout(Duration.ofMinutes(3));
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) {
        return send(http, request.build());
    }

    static Answer send(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static BodyPublisher form(Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(URLEncoder.encode(name, UTF_8)).append('=')
                .append(URLEncoder.encode(value, UTF_8)));
        return BodyPublishers.ofString(body.toString());
    }
}
