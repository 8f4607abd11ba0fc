package org.jingzhun.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The others that talk to this service: the gateway as OpenID Connect client, scripts with a secret, administrators with a token. */
@TestComponent
@Lazy
public class Suite {

    public static final String CALLBACK = "http://localhost:8080/session/callback";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Environment environment;

    Suite(Environment environment) {
        this.environment = environment;
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    public Browser browser() {
        return new Browser(port()).from("192.0.2." + (1 + (int) (Math.random() * 250)));
    }

    /** The tokens of a sign-in by the page, from the first redirection to the exchange of the code. */
    public Tokens signIn(Browser browser, String login, String password) {
        var verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        var toSignIn = browser.get(authorization(verifier));
        var answer = browser.submit(Browser.location(toSignIn), Map.of("login", login, "password", password));
        return exchange(code(browser, answer), verifier);
    }

    /** From the answer of the sign-in page to the code at the gateway's door. */
    public String code(Browser browser, HttpResponse<String> signedIn) {
        var back = Browser.location(browser.get(Browser.location(signedIn)));
        if (!back.startsWith(CALLBACK + "?code=")) {
            throw new AssertionError("not back at the gateway, but at " + back);
        }
        return back.substring((CALLBACK + "?code=").length(), back.indexOf('&'));
    }

    public String authorization(String verifier) {
        return "/oauth2/authorize?"
                + Browser.form(fields("response_type", "code", "client_id", "gateway", "scope", "openid profile",
                        "redirect_uri", CALLBACK, "state", "state-of-test", "code_challenge", challenge(verifier),
                        "code_challenge_method", "S256",
                        "nonce", "nonce-of-test"));
    }

    public Tokens exchange(String code, String verifier) {
        return Tokens.of(token("gateway", "gateway-secret-of-the-tests", fields("grant_type", "authorization_code", "code", code,
                "redirect_uri", CALLBACK, "code_verifier", verifier)));
    }

    public HttpResponse<String> refresh(String refreshToken) {
        return token("gateway", "gateway-secret-of-the-tests",
                fields("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public HttpResponse<String> clientCredentials(String client, String secret) {
        return token(client, secret, fields("grant_type", "client_credentials"));
    }

    private HttpResponse<String> token(String client, String secret, Map<String, String> fields) {
        return send("POST", "/oauth2/token",
                "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8)),
                "application/x-www-form-urlencoded", Browser.form(fields), Map.of());
    }

    /** A call of the API; the body may be empty. */
    public Answer api(String method, String path, String bearer, String body) {
        var headers = method.equals("POST") ? Map.of("Idempotency-Key", UUID.randomUUID().toString()) : Map.<String, String>of();
        return api(method, path, bearer, body, headers);
    }

    public Answer api(String method, String path, String bearer, String body, Map<String, String> headers) {
        var answer = send(method, "/api/identity/v1" + path, "Bearer " + bearer, "application/json", body, headers);
        return new Answer(answer.statusCode(), answer.body(), answer.headers().firstValue("Location").orElse(""));
    }

    public String tokenOf(String login) {
        var password = login.equals("admin") ? IdentityTest.ADMIN_PASSWORD : IdentityTest.DEMO_PASSWORD;
        return signIn(browser(), login, password).access();
    }

    public HttpResponse<String> send(String method, String path, String authorization, String type, String body,
            Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", authorization)
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public record Answer(int status, String body, String location) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String problem() {
            return json().path("type").asString("").replace("https://problems.jingzhun.org/", "");
        }
    }

    public record Tokens(String access, String refresh, String id) {

        static Tokens of(HttpResponse<String> answer) {
            if (answer.statusCode() != 200) {
                throw new AssertionError("no tokens: " + answer.statusCode() + " " + answer.body());
            }
            var json = JsonMapper.shared().readTree(answer.body());
            return new Tokens(json.path("access_token").asString(""), json.path("refresh_token").asString(""),
                    json.path("id_token").asString(""));
        }

        public static JsonNode claims(String token) {
            return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        }
    }
}
