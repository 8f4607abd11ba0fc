package org.jingzhun.standalone.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import org.jingzhun.standalone.text.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The suite as an integrator sees it: a token for a service account, and imports. */
final class Api {

    private static final Duration TOKEN_KEPT = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;
    private final String client;
    private final String secret;
    private String token = "";
    private long tokenSince;

    Api(String address, String client, String secret) {
        this.address = address;
        this.client = client;
        this.secret = secret;
    }

    JsonNode createImport(String fileName, String area, int dataYear) {
        var body = JSON.writeValueAsString(
                Map.of("fileName", fileName, "area", area, "dataYear", dataYear, "commit", "WHEN_CHECKED"));
        return json(send(request("/api/household/v1/imports").header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))));
    }

    void upload(String id, Path file) {
        send(request(path(id) + "/content").header("Content-Type", "application/octet-stream").PUT(content(file)));
    }

    JsonNode importJob(String id) {
        return json(send(request(path(id)).GET()));
    }

    private static String path(String id) {
        return "/api/household/v1/imports/" + id;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(2))
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token());
    }

    private String token() {
        if (token.isEmpty() || System.nanoTime() - tokenSince > TOKEN_KEPT.toNanos()) {
            var basic = Base64.getEncoder()
                    .encodeToString("%s:%s".formatted(client, secret).getBytes(StandardCharsets.UTF_8));
            token = json(send(HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                    .timeout(Duration.ofSeconds(30)).header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials")))).path("access_token").asString();
            tokenSince = System.nanoTime();
        }
        return token;
    }

    private String send(HttpRequest.Builder wanted) {
        var request = wanted.build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new Refusal("demo-answer", request.method(), request.uri().getPath(), answer.statusCode(),
                        shortened(answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new Refusal("demo-answer", request.method(), request.uri().getPath(), "-", String.valueOf(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException _) {
            throw new Refusal("demo-no-workbook", file);
        }
    }

    private static JsonNode json(String body) {
        return JSON.readTree(body);
    }

    private static String shortened(String body) {
        return body.length() > 500 ? body.substring(0, 500) + "…" : body;
    }
}
