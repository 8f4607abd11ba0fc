package org.jingzhun.starter.problem;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import org.jingzhun.starter.probe.Http;
import org.jingzhun.starter.probe.ProbeTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@ProbeTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    static final String RECORD = "/api/probe/v1/records/H100-1";

    @LocalServerPort
    int port;
    Http http;

    @BeforeEach
    void callAsCountyOfficer() {
        http = Http.on(port).as(TestToken.person("county").grant("county-officer", "rural-affairs", "451481").bearer());
    }

    @Test
    void chineseIsTheLanguageUnlessEnglishIsAskedFor() {
        assertThat(http.get("/nowhere").json().path("title").asString()).isEqualTo("没有找到");
        assertThat(http.with("Accept-Language", "en-GB,en;q=0.8").get("/nowhere").json().path("title").asString())
                .isEqualTo("Not there");
        assertThat(http.with("Accept-Language", "fr").get("/nowhere").json().path("title").asString()).isEqualTo("没有找到");
        assertThat(http.with("Accept-Language", "zh-TW").get("/nowhere").json().path("title").asString()).isEqualTo("没有找到");
        assertThat(Http.on(port).with("Accept-Language", "en").get("/nowhere").json().path("title").asString())
                .isEqualTo("Sign-in needed");
    }

    @Test
    void anUnknownPathIs404AndAnUnknownMethod405() {
        assertThat(http.get("/nowhere").problem()).isEqualTo("not-there");
        assertThat(http.get("/nowhere").status()).isEqualTo(404);
        var wrongMethod = http.call("DELETE", RECORD, null);
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.problem()).isEqualTo("method-not-allowed");
        assertThat(wrongMethod.header("Allow")).contains("GET").contains("PUT");
    }

    @Test
    void allThatIsWrongWithTheInputIsSaidAtOnceByField() {
        var answer = change("""
                {"name": " ", "income": -1, "village": "45", "members": [{"name": "甲", "age": 3}, {"name": "", "age": 4}]}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("input-not-valid");
        assertThat(pointers(answer)).containsExactlyInAnyOrder("/name", "/income", "/village", "/members/1/name");
        assertThat(answer.body()).contains("必填，不能为空白").contains("应大于 0").contains("格式不正确，应符合 \\\\d{12}");
        assertThat(answer.body()).doesNotContain("\"45\"");
    }

    @Test
    void theSameInEnglish() {
        http = http.with("Accept-Language", "en");

        assertThat(change("{\"name\": \"sixteen letters!\", \"income\": 1}").body()).contains("the length must be from 0 to 5");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "丙", "income": 1, "nmae": "x"}                     | /nmae           | income, members, name, village
            {"name": "丙", "income": "much"}                             | /income         | 1234.50
            {"name": "丙", "income": 1, "day": "31.12.2020"}             | /day            | 2020-12-31
            {"name": ["丙"], "income": 1}                                | /name           | 文字
            {"name": "丙", "income": 1, "members": [{"age": "old"}]}     | /members/0/age  | 整数
            {"name": "丙", "income": 1, "members": [{"age": 1.5}]}       | /members/0/age  | 格式
            {"name": "丙", "income": 1, "members": [{"age": null}]}      | /members/0/age  | 格式
            {"name": "丙", "income": 1, "members": {}}                   | /members        | 数组
            """)
    void aFieldThatCannotBeReadIsNamedWithWhatWouldBeRight(String body, String pointer, String expected) {
        var answer = change(body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("input-not-valid");
        assertThat(pointers(answer)).containsExactly(pointer);
        assertThat(answer.json().path("errors").get(0).path("detail").asString()).contains(expected);
        assertThat(answer.body()).doesNotContain("much").doesNotContain("31.12.2020").doesNotContain("jackson")
                .doesNotContain("java");
    }

    @Test
    void whatIsNoJsonIsSaidWithItsPlace() {
        var answer = change("{\"name\": \"丙\",\n \"income\" 1}");

        assertThat(answer.problem()).isEqualTo("body-not-json");
        assertThat(answer.json().path("detail").asString()).contains("第 2 行");
        assertThat(change("").problem()).isEqualTo("body-missing");
        assertThat(change("{\"name\": \"丙\", \"income\": 1} {}").status()).isEqualTo(400);
    }

    @Test
    void parametersAndHeadersAreNamedToo() {
        var answer = http.get("/api/probe/v1/numbers/seven?day=2020-12-31");
        assertThat(answer.problem()).isEqualTo("input-not-valid");
        assertThat(pointers(answer)).containsExactly("number");
        assertThat(answer.body()).contains("整数");
        assertThat(pointers(http.get("/api/probe/v1/numbers/7?day=yesterday"))).containsExactly("day");
        assertThat(pointers(http.get("/api/probe/v1/numbers/7"))).containsExactly("day");
        assertThat(pointers(http.json("POST", "/api/probe/v1/records", "{\"name\": \"丙\", \"income\": 1}")))
                .containsExactly("Idempotency-Key");
    }

    @Test
    void anotherContentTypeIs415AndAnotherAnswer406() {
        var text = http.with("If-Match", "\"v3\"").with("Content-Type", "text/plain")
                .call("PUT", RECORD, BodyPublishers.ofString("x"));
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.problem()).isEqualTo("media-type-not-supported");
        assertThat(http.with("Accept", "image/png").get(RECORD).status()).isEqualTo(406);
    }

    @Test
    void aBodyThatIsTooLargeIs413WhetherItsLengthWasAnnouncedOrNot() {
        var large = "{\"name\": \"" + "x".repeat(20_000) + "\", \"income\": 1}";

        var announced = change(large);
        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.problem()).isEqualTo("body-too-large");
        var streamed = http.with("If-Match", "\"v3\"").with("Content-Type", "application/json")
                .call("PUT", RECORD, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes())));
        assertThat(streamed.status()).isEqualTo(413);
    }

    @Test
    void rawContentHasALimitOfItsOwn() {
        var upload = http.with("Content-Type", "application/octet-stream");

        assertThat(upload.call("PUT", RECORD + "/content", BodyPublishers.ofByteArray(new byte[900_000])).body())
                .isEqualTo("{\"bytes\":900000}");
        assertThat(upload.call("PUT", RECORD + "/content", BodyPublishers.ofByteArray(new byte[1_100_000])).status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"optimistic, 409, changed-at-the-same-time", "duplicate, 409, already-there",
            "lock, 409, changed-at-the-same-time",
            "database, 503, database-unavailable", "other, 500, unexpected"})
    void failuresAreAnsweredWithoutTheirInsides(String kind, int status, String problem, CapturedOutput log) {
        var answer = http.get("/api/probe/v1/failures/" + kind);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("451481199001011234").doesNotContain("10.0.0.1")
                .doesNotContain("Exception");
        assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(!kind.equals("database") && !kind.equals("lock"));
        if (status >= 500) {
            assertThat(log).contains("ERROR");
        } else {
            assertThat(log).doesNotContain("ERROR").doesNotContain("451481199001011234")
                    .contains(status + " https://problems.jingzhun.org/" + problem);
        }
    }

    @Test
    void everyProblemNamesItsRequest() {
        var answer = http.with("X-Request-Id", "abc-12345").get("/nowhere");

        assertThat(answer.json().path("requestId").asString()).isEqualTo("abc-12345");
        assertThat(answer.header("X-Request-Id")).isEqualTo("abc-12345");
        assertThat(answer.json().path("instance").asString()).isEqualTo("/nowhere");
    }

    @Test
    void whatTheFirewallRefusesIsAProblemToo() {
        for (var path : new String[]{"/api/probe/v1/records/a;b=c", "/api//probe", "/api/probe/v1/records/%0aINFO"}) {
            var answer = http.get(path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.problem()).as(path).isEqualTo("request-not-understood");
        }
    }

    @Test
    void whatTheContainerRefusesIsAProblemToo() {
        var answer = http.get("/api/probe/v1/records/a%2Fb");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).endsWith("/request-not-understood");
        assertThat(answer.json().path("title").asString()).isEqualTo("无法理解此请求");
        assertThat(http.with("Accept-Language", "en").get("/api/probe/v1/records/a%2Fb").json().path("title").asString())
                .isEqualTo("Request not understood");
    }

    private Http.Answer change(String body) {
        return http.with("If-Match", "\"v3\"").json("PUT", RECORD, body);
    }

    private static List<String> pointers(Http.Answer answer) {
        return answer.json().path("errors").valueStream().map(error -> error.path("pointer").asString()).toList();
    }
}
