package org.jingzhun.bench.torture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jingzhun.starter.feed.reading.FeedPage;
import org.jingzhun.starter.feed.reading.FeedSource;
import org.jingzhun.starter.feed.reading.FeedUnavailable;
import org.jspecify.annotations.Nullable;

/** The way from the producer to a consumer: its feed by HTTP. */
final class Way implements FeedSource {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(500)).build();
    private final String url;
    private final String token;

    Way(String url, String token) {
        this.url = url;
        this.token = token;
    }

    @Override
    public String name() {
        return Consumer.SOURCE;
    }

    @Override
    public FeedPage read(@Nullable String after, int limit) {
        return read(after, limit, 1);
    }

    /** @param share how much of the answer arrives */
    FeedPage read(@Nullable String after, int limit, double share) {
        var query = "?limit=" + limit + (after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(url + query)).timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + token).header("Accept", "application/x-ndjson").build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            var body = answer.body();
            InputStream arrived = new ByteArrayInputStream(body, 0, (int) (body.length * share));
            return FeedPage.of(answer.statusCode(), arrived);
        } catch (IOException e) {
            throw new FeedUnavailable("the producer is away");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedUnavailable("interrupted");
        }
    }
}
