package org.jingzhun.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The packaged gateway as a process of its own with a heap of 64 MB and without any Redis: files of 200 MB pass both ways, at
 * once and one by one, and what breaks off half-way is seen to be half.
 */
class StreamingIT {

    private static final long FILE = 200L * 1024 * 1024;
    private static final Path LOG = Path.of("target", "streaming-it.log");
    private static final AtomicLong received = new AtomicLong();
    private static final int port = Surroundings.freePort();
    private static final int managementPort = Surroundings.freePort();
    private static final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static HttpServer service;
    private static ServerSocket chunks;
    private static ServerSocket refusing;
    private static Process gateway;

    @BeforeAll
    static void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", StreamingIT::serve);
        service.start();
        chunks = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        refusing = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(StreamingIT::breakChunksOff);
        Thread.startVirtualThread(StreamingIT::refuse);
        var url = "http://127.0.0.1:" + service.getAddress().getPort();
        var nobody = "redis://127.0.0.1:" + Surroundings.freePort();
        var command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-jar", "target/gateway-0.1.0.jar");
        command.environment().putAll(Map.of("SERVER_PORT", "" + port, "MANAGEMENT_PORT", "" + managementPort,
                "HOUSEHOLD_URL", url, "INDUSTRY_URL", "http://127.0.0.1:" + refusing.getLocalPort(), "IDENTITY_URL",
                "http://127.0.0.1:" + chunks.getLocalPort(), "IDENTITY_JWKS_URL",
                url + "/oauth2/jwks",
                "REDIS_SESSION_URL", nobody, "REDIS_CACHE_URL", nobody, "GATEWAY_CLIENT_SECRET", "test-only-secret",
                "RELAY_READ_TIMEOUT", "2s"));
        gateway = command.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
        await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(() -> {
            if (!gateway.isAlive()) {
                throw new AssertionError(Files.readString(LOG)); // seen at the end of the waiting
            }
            return get("/api/household/v1/small").statusCode() == 200;
        });
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.destroy();
            gateway.waitFor();
        }
        service.stop(0);
        chunks.close();
        refusing.close();
    }

    @Test
    void twoHundredMegabytesGoUpAndDownAtOnceInASmallHeap() throws Exception {
        received.set(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Long> up = () -> (long) upload("/api/household/v1/imports/1/content", FILE).statusCode();
            Callable<Long> down = () -> download("/api/household/v1/large");
            var calls = new ArrayList<Callable<Long>>(List.of(up, up, down, down));
            var results = threads.invokeAll(calls);

            assertThat(results.get(0).get()).isEqualTo(202);
            assertThat(results.get(1).get()).isEqualTo(202);
            assertThat(results.get(2).get()).isEqualTo(FILE);
            assertThat(results.get(3).get()).isEqualTo(FILE);
        }
        assertThat(received).hasValue(2 * FILE);
        assertThat(gateway.isAlive()).isTrue();
    }

    @Test
    void anUploadThatTakesLongerThanTheReadTimeoutIsNotCut() throws Exception {
        var answer = upload("/api/household/v1/imports/1/content", 8L * 1024 * 1024, "X-Slow", "yes");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo(Long.toString(8L * 1024 * 1024));
    }

    @Test
    void aServiceThatRefusesAnUploadBeforeItsEndIsHeard() throws Exception {
        var answer = upload("/api/industry/v1/imports/1/content", FILE);

        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void aDownloadThatBreaksOffIsSeenToBeIncomplete() {
        assertThatThrownBy(() -> download("/api/household/v1/broken")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> download("/login/broken-chunks")).isInstanceOf(IOException.class);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private static long download(String path) throws Exception {
        try (var body = http.send(request(path).build(), BodyHandlers.ofInputStream()).body()) {
            return drain(body);
        }
    }

    private static HttpResponse<String> upload(String path, long length, String... headers) throws Exception {
        var request = request(path).PUT(BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new Zeros(length)), length));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + Surroundings.token("li"));
    }

    private static void serve(HttpExchange call) throws IOException {
        var path = call.getRequestURI().getPath();
        try (call) {
            if (path.endsWith("/oauth2/jwks")) {
                answer(call, 200, new JWKSet(Surroundings.key.toPublicJWK()).toString());
            } else if (path.endsWith("/small")) {
                answer(call, 200, "{}");
            } else if (path.endsWith("/content")) {
                answer(call, 202, Long.toString(receive(call)));
            } else if (path.endsWith("/large")) {
                call.sendResponseHeaders(200, FILE);
                new Zeros(FILE).transferTo(call.getResponseBody());
            } else { // says more than it sends
                call.sendResponseHeaders(200, FILE);
                new Zeros(FILE / 2).transferTo(call.getResponseBody());
                throw new IOException("breaks off");
            }
        }
    }

    /** A service that reads no more than the head of a request. */
    private static void refuse() {
        while (!refusing.isClosed()) {
            try (var socket = refusing.accept()) {
                var from = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                for (var line = from.readLine(); line != null && !line.isEmpty(); line = from.readLine()) {
                    // the head
                }
                socket.getOutputStream().write("HTTP/1.1 409 Conflict\r\nContent-Length: 7\r\nConnection: close\r\n\r\nrefused"
                        .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** A service that dies in the middle of an answer of unknown length. */
    private static void breakChunksOff() {
        while (!chunks.isClosed()) {
            try (var socket = chunks.accept()) {
                var to = socket.getOutputStream();
                to.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 100; i++) {
                    to.write(("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                to.flush();
                socket.getInputStream().read(); // so that what was sent is not lost with the connection
            } catch (IOException e) {
                return;
            }
        }
    }

    private static long receive(HttpExchange call) throws IOException {
        if (call.getRequestHeaders().containsKey("X-Slow")) {
            var body = call.getRequestBody();
            long count = 0;
            for (var part = body.readNBytes(1024 * 1024); part.length > 0; part = body.readNBytes(1024 * 1024)) {
                count += part.length;
                java.util.concurrent.locks.LockSupport.parkNanos(500_000_000); // as a slow disk would
            }
            return count;
        }
        var count = drain(call.getRequestBody());
        received.addAndGet(count);
        return count;
    }

    private static void answer(HttpExchange call, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.getResponseBody().flush();
    }

    private static long drain(InputStream from) throws IOException {
        var buffer = new byte[64 * 1024];
        long count = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            count += read;
        }
        return count;
    }

    /** So many bytes that lie nowhere. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            var count = (int) Math.min(length, left);
            left -= count;
            return count;
        }
    }
}
