package org.jingzhun.bench.register;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running suite, as a service account sees it. A token is renewed before its five minutes are over. */
final class Suite {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String BASE = "/api/household/v1";
    private static final long TOKEN_NANOS = Duration.ofMinutes(4).toNanos();

    private static final int UNAVAILABLE = 503;
    private static final int PATIENCE = 60;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private final String url;
    private final String credentials;
    private final AtomicLong toldToComeAgain = new AtomicLong();
    private String token = "";
    private long asked;

    Suite(String url, String client, String secret) {
        this.url = url;
        credentials = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** @param instance which of a service's two instances answered, where it has a stand-in; else empty */
    record Answer(int status, String body, String tag, String location, String instance) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        /** What went wrong stands in the answer: it goes into the message. */
        Answer must(int... expected) {
            for (var each : expected) {
                if (status == each) {
                    return this;
                }
            }
            throw new IllegalStateException("answered " + status + ": " + body);
        }
    }

    private synchronized String token() throws IOException, InterruptedException {
        if (token.isEmpty() || System.nanoTime() - asked > TOKEN_NANOS) {
            var request = HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                    .header("Authorization", "Basic " + credentials)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials")).build();
            token = answer(http.send(request, BodyHandlers.ofString())).must(200).json().path("access_token").asString();
            asked = System.nanoTime();
        }
        return token;
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(url + (path.startsWith("/api/") ? path : BASE + path))).header("Authorization",
                "Bearer " + token());
    }

    /** A read that comes again, for a minute at most, when it is told that there is no answer now; how often, is counted. */
    Answer getPatiently(String path) throws IOException, InterruptedException {
        var answer = get(path);
        for (var attempt = 0; attempt < PATIENCE && answer.status() == UNAVAILABLE; attempt++) {
            toldToComeAgain.incrementAndGet();
            Thread.sleep(1_000);
            answer = get(path);
        }
        return answer;
    }

    long toldToComeAgain() {
        return toldToComeAgain.get();
    }

    Answer get(String path) throws IOException, InterruptedException {
        return answer(http.send(request(path).GET().build(), BodyHandlers.ofString()));
    }

    Answer post(String path, Object body, String ifMatch) throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", "application/json").header("Idempotency-Key",
                UUID.randomUUID().toString());
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        return answer(
                http.send(request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build(), BodyHandlers.ofString()));
    }

    Answer put(String path) throws IOException, InterruptedException {
        return answer(http.send(request(path).PUT(BodyPublishers.noBody()).build(), BodyHandlers.ofString()));
    }

    Answer put(String path, Object body, String ifMatch) throws IOException, InterruptedException {
        return answer(http.send(request(path).header("Content-Type", "application/json").header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))).build(), BodyHandlers.ofString()));
    }

    Answer put(String path, Path file) throws IOException, InterruptedException {
        return answer(http.send(
                request(path).header("Content-Type", "application/octet-stream").PUT(BodyPublishers.ofFile(file)).build(),
                BodyHandlers.ofString()));
    }

    /** All items of a list, page by page. */
    void each(String path, Consumer<JsonNode> taker) throws IOException, InterruptedException {
        var after = "";
        do {
            var page = getPatiently(path + (path.contains("?") ? "&" : "?") + "limit=500"
                    + (after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8))).must(200).json();
            page.path("items").forEach(taker);
            after = page.path("next").isString() ? page.path("next").asString() : "";
        } while (!after.isEmpty());
    }

    /** For answers that are too long to keep. */
    InputStream stream(String path) throws IOException, InterruptedException {
        var answer = http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Location").orElse(""),
                response.headers().firstValue("X-Jingzhun-Instance").orElse(""));
    }
}
