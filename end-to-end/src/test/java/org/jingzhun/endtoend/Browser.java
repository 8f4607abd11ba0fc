package org.jingzhun.endtoend;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jingzhun.endtoend.Api.Answer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person at a browser, without its script engine: keeps cookies, follows redirects, fills the sign-in form. The cookies are
 * {@code Secure}; browsers accept that on localhost, Java's own cookie store does not, hence this small one.
 */
final class Browser {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    private final Map<String, String> cookies = new TreeMap<>();
    private final String url;
    private URI at;

    Browser(String url) {
        this.url = url;
        at = URI.create(url + "/");
    }

    Browser signIn(String login, String password) {
        var page = open("/session/sign-in").must(200).text();
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(page).results().map(it -> it.group()).filter(it -> NAME.matcher(it).find())
                .forEach(input -> fields.put(first(NAME, input), first(VALUE, input)));
        fields.put("login", login);
        fields.put("password", password);
        var action = at.resolve(first(ACTION, page));
        follow(HttpRequest.newBuilder(action).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Api.form(fields)));
        return this;
    }

    Answer open(String path) {
        return follow(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    /** What the page's own script does: a change carries the token against forged requests. */
    Answer change(String method, String path, Object body, Map<String, String> headers) {
        var session = open("/session").json();
        var request = HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/json")
                .header(session.path("csrf").path("header").asString(), session.path("csrf").path("token").asString())
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        return follow(request);
    }

    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    private Answer follow(HttpRequest.Builder request) {
        var answer = send(request);
        for (int hops = 0; answer.status() / 100 == 3 && hops < 20; hops++) {
            answer = send(HttpRequest.newBuilder(at.resolve(answer.header("Location"))).GET());
        }
        return answer;
    }

    private Answer send(HttpRequest.Builder builder) {
        if (!cookies.isEmpty()) {
            builder.setHeader("Cookie", cookies.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue())
                    .collect(Collectors.joining("; ")));
        }
        var request = builder.build();
        at = request.uri();
        var answer = Api.send(http, request);
        answer.headers().allValues("Set-Cookie").forEach(this::remember);
        return answer;
    }

    private void remember(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }
}
