package org.jingzhun.starter.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells readers, without content, that there is something new. A nudge that is lost costs the reader a second, so that nobody is told of
 * failures; while one is on its way, those that come meanwhile become one.
 */
class Nudges implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Nudges.class);

    private final List<Target> targets;

    Nudges(FeedSettings settings, Supplier<String> token) {
        var client = HttpClient.newBuilder().connectTimeout(settings.nudgeConnectTimeout()).version(HttpClient.Version.HTTP_1_1)
                .build();
        targets = settings.nudge().stream()
                .map(url -> new Target(address(url), settings.name(), client, token, settings.nudgeTimeout())).toList();
    }

    /** With or without the last step of the path: {@code http://127.0.0.1:8085/api/supervision/v1/nudges}. */
    private static URI address(String url) {
        var base = url.replaceAll("/+$", "");
        return URI.create(base.endsWith("/nudges") ? base : base + "/nudges");
    }

    @Override
    public void run() {
        targets.forEach(Target::nudge);
    }

    private static final class Target {

        private final URI address;
        private final String body;
        private final HttpClient client;
        private final Supplier<String> token;
        private final Duration timeout;
        private final AtomicBoolean wanted = new AtomicBoolean();
        private final AtomicBoolean busy = new AtomicBoolean();

        private Target(URI address, String source, HttpClient client, Supplier<String> token, Duration timeout) {
            this.address = address;
            this.body = "{\"source\":\"" + source + "\"}";
            this.client = client;
            this.token = token;
            this.timeout = timeout;
        }

        private void nudge() {
            wanted.set(true);
            if (busy.compareAndSet(false, true)) {
                Thread.ofVirtual().name("nudge").start(this::work);
            }
        }

        private void work() {
            do {
                try {
                    while (wanted.getAndSet(false)) {
                        send();
                    }
                } finally {
                    busy.set(false);
                }
            } while (wanted.get() && busy.compareAndSet(false, true)); // wanted between the last look and the end
        }

        private void send() {
            try {
                var request = HttpRequest.newBuilder(address).timeout(timeout).header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token.get())
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build();
                log.debug("a nudge was answered {}", client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                log.debug("a nudge was lost", e); // whatever it is: the reader looks by himself
            }
        }
    }
}
