package org.jingzhun.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as signing in takes: it keeps cookies, follows no redirection by itself, and fills in forms. */
public class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> setCookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Browser(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Says from which address the gateway was reached. */
    public Browser from(String client) {
        headers.put("X-Forwarded-For", client);
        return this;
    }

    public Browser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /** Opens the page, fills in its form, and sends it. */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        var page = get(path);
        var csrf = CSRF.matcher(page.body());
        if (!csrf.find()) {
            throw new AssertionError("no form on " + path + ": " + page.statusCode() + " " + page.body());
        }
        var filled = new LinkedHashMap<>(fields);
        filled.put("_csrf", csrf.group(1));
        var query = path.indexOf('?');
        if (query >= 0) {
            for (var part : path.substring(query + 1).split("&")) {
                var equals = part.indexOf('=');
                filled.putIfAbsent(part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return post(query < 0 ? path : path.substring(0, query), filled);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** A cookie as the server set it last, attributes included. */
    public String setCookie(String name) {
        return setCookies.getOrDefault(name, "");
    }

    public boolean hasCookie(String name) {
        return !cookies.getOrDefault(name, "").isEmpty();
    }

    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location")
                .orElseThrow(() -> new AssertionError("no redirection: " + answer.statusCode() + " " + answer.body()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie",
                    cookies.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).collect(Collectors.joining("; ")));
        }
        headers.forEach(request::header);
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        var name = cookie.substring(0, cookie.indexOf('='));
        var value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        setCookies.put(name, cookie);
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}
