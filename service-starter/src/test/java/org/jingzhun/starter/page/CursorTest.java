package org.jingzhun.starter.page;

import java.util.ArrayList;
import java.util.List;

import org.jingzhun.starter.probe.Http;
import org.jingzhun.starter.probe.Probe;
import org.jingzhun.starter.probe.ProbeTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ProbeTest
class CursorTest {

    static final TestToken COUNTY = TestToken.person("county").grant("county-officer", "rural-affairs", "451481");

    @LocalServerPort
    int port;
    Http http;

    @BeforeEach
    void callAsCountyOfficer() {
        http = Http.on(port).as(COUNTY.bearer());
    }

    @Test
    void thePagesTogetherAreTheList() {
        var numbers = new ArrayList<String>();
        var next = "";
        do {
            var page = http.get("/api/probe/v1/records?limit=4" + (next.isEmpty() ? "" : "&after=" + next)).json();
            page.path("items").forEach(item -> numbers.add(item.path("number").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(numbers).isEqualTo(Probe.LINES.stream().map(Probe.Line::number).toList());
    }

    @Test
    void theLastPageHasNoMark() {
        assertThat(http.get("/api/probe/v1/records?limit=14").json().has("next")).isFalse();
        assertThat(http.get("/api/probe/v1/records?limit=13").json().has("next")).isTrue();
    }

    @Test
    void aMarkHoldsForItsListItsFiltersAndItsScopeOnly() {
        var mark = mark("/api/probe/v1/records?limit=2&name=%E4%B9%99");

        assertThat(http.get("/api/probe/v1/records?name=%E4%B9%99&after=" + mark).status()).isEqualTo(200);
        assertThat(http.get("/api/probe/v1/records?limit=9&after=" + mark + "&name=%E4%B9%99").status()).isEqualTo(200);
        refused("/api/probe/v1/records?after=" + mark);
        refused("/api/probe/v1/records?name=%E7%94%B2&after=" + mark);
        refused("/api/probe/v1/records?name=%E4%B9%99&area=451481&after=" + mark);
        refused("/api/probe/v1/records?name=%E4%B9%99&name=%E4%B9%99&after=" + mark);
        http = Http.on(port).as(COUNTY.grant("inspector", "d", "4514").bearer());
        refused("/api/probe/v1/records?name=%E4%B9%99&after=" + mark);
    }

    @Test
    void anotherAccountWithTheSameScopeMayGoOn() {
        var mark = mark("/api/probe/v1/records?limit=2");

        var colleague = Http.on(port).as(TestToken.person("other").grant("county-officer", "rural-affairs", "451481").bearer());

        assertThat(colleague.get("/api/probe/v1/records?after=" + mark).status()).isEqualTo(200);
    }

    @Test
    void aChangedMarkIsRefused() {
        var mark = mark("/api/probe/v1/records?limit=2");

        for (int i = 0; i < mark.length(); i++) {
            var other = mark.charAt(i) == 'A' ? 'Q' : 'A';
            refused("/api/probe/v1/records?after=" + mark.substring(0, i) + other + mark.substring(i + 1));
        }
        refused("/api/probe/v1/records?after=" + mark.substring(0, 10));
        refused("/api/probe/v1/records?after=x");
        refused("/api/probe/v1/records?after=%00");
        refused("/api/probe/v1/records?after=" + "A".repeat(5000));
    }

    @Test
    void aPageHasFiftyItemsUnlessSaidOtherwiseAndAtMostFiveHundred() {
        assertThat(http.get("/api/probe/v1/records?limit=100000").status()).isEqualTo(200);
        for (var wrong : new String[]{"0", "-1", "ten", "1.5"}) {
            assertThat(http.get("/api/probe/v1/records?limit=" + wrong).problem()).isEqualTo("limit-not-a-number");
        }
        assertThat(new PageSettings(null, 50, 500).toString()).contains("50").contains("500");
    }

    @Test
    void aKeyIsNeitherShortNorPrinted() {
        assertThatThrownBy(() -> new PageSettings("short", 50, 500)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new PageSettings("a-long-enough-secret", 50, 500).toString()).doesNotContain("secret");
    }

    @Test
    void instancesWithTheSameKeyReadEachOthersMarks() {
        var mark = new CursorSeal("the-same-for-all-of-them").seal(List.of("451481101201", "甲"), "list");

        assertThat(new CursorSeal("the-same-for-all-of-them").open(mark, "list")).containsExactly("451481101201", "甲");
        assertThatThrownBy(() -> new CursorSeal("another-key-than-theirs").open(mark, "list")).isInstanceOf(CursorNotYours.class);
        assertThatThrownBy(() -> new CursorSeal(null).open(mark, "list")).isInstanceOf(CursorNotYours.class);
    }

    @Test
    void aCursorAtTheBeginningIsBeforeEverything() {
        var start = Cursor.start(2);

        assertThat(start.isStart()).isTrue();
        assertThat(start.text(0)).isEmpty();
        assertThat(start.number(1)).isEqualTo(Long.MIN_VALUE);
        assertThat(start.fetch()).isEqualTo(3);
        assertThat(Page.of(List.of(1, 2, 3), start, row -> List.of(row))).isEqualTo(new Page<>(List.of(1, 2), "2"));
        assertThat(Page.of(List.of(1, 2), start, row -> List.of(row))).isEqualTo(new Page<>(List.of(1, 2), null));
        assertThat(Page.upTo(List.of(), start, List.of(7))).isEqualTo(new Page<>(List.of(), "7"));
    }

    private String mark(String path) {
        return http.get(path).json().path("next").asString();
    }

    private void refused(String path) {
        var answer = http.get(path);
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.problem()).as(path).isEqualTo("cursor-not-yours");
    }
}
