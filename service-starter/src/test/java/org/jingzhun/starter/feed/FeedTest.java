package org.jingzhun.starter.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jingzhun.starter.database.ServiceWithDatabase;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.feed.NewFact.Aggregate;
import org.jingzhun.starter.probe.Http;
import org.jingzhun.test.token.TestToken;
import org.jingzhun.test.token.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "jingzhun.test.schema=jz_feed", "db-scheduler.enabled=false", "jingzhun.feed.service=probe", "jingzhun.feed.scan=7",
        "jingzhun.feed.place-every=50ms"})
@Import(TestTokens.class)
class FeedTest {

    private static final String HERE = "451481101201";
    private static final String THERE = "451423100200";

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;
    @Autowired
    Facts facts;
    @Autowired
    FeedState state;
    private Http province;
    private Http county;

    @BeforeEach
    void readers() {
        province = as(TestToken.service("supervision").grant("feed-reader", "supervision", "45"));
        county = as(TestToken.service("industry").grant("feed-reader", "industry", "451481"));
        allPlaced();
    }

    private Http as(TestToken token) {
        return Http.on(port).as(token.bearer()).with("Accept-Language", "en");
    }

    @Test
    void aFactIsReadWithItsStateAndWithoutIt() {
        var mark = mark(province);
        var countyMark = mark(county);
        write(NewFact.of("thing-opened", new Aggregate("thing", "t1"), 1, HERE, LocalDate.of(2020, 1, 2),
                Map.of("state", "open\nline")));
        write(NewFact
                .of("thing-moved", new Aggregate("thing", "t1"), 2, THERE, LocalDate.of(2020, 2, 2), Map.of("state", "moved"))
                .left(HERE));
        write(NewFact.of("thing-opened", new Aggregate("thing", "t2"), 1, THERE, LocalDate.of(2020, 2, 3), Map.of()));
        write(NewFact.of("thing-opened", new Aggregate("thing", "t3"), 1, THERE, LocalDate.of(2020, 2, 3), Map.of()).also(HERE));

        var all = lines(province, mark);
        assertThat(all).extracting(it -> it.path("kind").asString()).containsExactly("thing-opened", "thing-moved",
                "thing-opened",
                "thing-opened", "page");
        assertThat(all.getFirst().path("body").path("state").asString()).isEqualTo("open\nline");
        assertThat(all.getFirst().path("effectiveOn").asString()).isEqualTo("2020-01-02");
        assertThat(all.getFirst().path("aggregate").path("id").asString()).isEqualTo("t1");
        assertThat(all.get(1).path("position").asLong()).isEqualTo(all.getFirst().path("position").asLong() + 1);
        assertThat(all.getLast().path("atEnd").asBoolean()).isTrue();

        var mine = lines(county, countyMark);
        assertThat(mine).extracting(it -> it.path("kind").asString())
                .containsExactly("thing-opened", "left-scope", "thing-opened", "page");
        assertThat(mine.get(1).propertyNames()).containsExactlyInAnyOrder("position", "kind", "aggregate");
        assertThat(mine.get(1).toString()).doesNotContain(THERE);
        assertThat(mine.get(2).path("aggregate").path("id").asString()).isEqualTo("t3");
    }

    @Test
    void pagesFollowEachOtherUntilTheHead() {
        var mark = mark(county);
        for (int i = 0; i < 20; i++) {
            write(NewFact.of("thing-opened", new Aggregate("thing", "p" + i), 1, i % 10 == 0 ? HERE : THERE,
                    LocalDate.of(2020, 1, 1), Map.of()));
        }
        var found = new ArrayList<String>();
        var pages = 0;
        JsonNode end;
        do {
            var page = lines(county, mark);
            end = page.removeLast();
            page.forEach(it -> found.add(it.path("aggregate").path("id").asString()));
            mark = end.path("next").asString();
            pages++;
        } while (!end.path("atEnd").asBoolean());
        assertThat(found).containsExactly("p0", "p10");
        assertThat(pages).isEqualTo(3); // 7 positions a page
    }

    @Test
    void aLimitCutsAPageWhereItWasReached() {
        var mark = mark(province);
        for (int i = 0; i < 5; i++) {
            write(NewFact.of("thing-opened", new Aggregate("thing", "l" + i), 1, HERE, LocalDate.of(2020, 1, 1), Map.of()));
        }
        var first = lines(province.get("/api/probe/v1/facts?limit=2&after=" + mark));
        assertThat(first).hasSize(3);
        assertThat(first.getLast().path("atEnd").asBoolean()).isFalse();
        assertThat(lines(province, first.getLast().path("next").asString())).hasSize(4);
    }

    @Test
    void aMarkOfAnotherOrderOrScopeIsOver() {
        write(NewFact.of("thing-opened", new Aggregate("thing", "e1"), 1, HERE, LocalDate.of(2020, 1, 1), Map.of()));
        var mark = mark(province);
        assertThat(county.get("/api/probe/v1/facts?after=" + mark).problem()).isEqualTo("feed-scope-changed");
        assertThat(province.get("/api/probe/v1/facts?after=x").problem()).isEqualTo("feed-cursor-malformed");
        var now = state.now();
        assertThat(province.get("/api/probe/v1/facts?after="
                + mark.replace("." + now.position() + ".", "." + (now.position() + 1) + ".")).problem())
                .isEqualTo("feed-epoch-over");

        jdbc.sql("update feed_state set epoch = ?").param("01RESTORED").update();
        try {
            var over = province.get("/api/probe/v1/facts?after=" + mark);
            assertThat(over.status()).isEqualTo(409);
            assertThat(over.problem()).isEqualTo("feed-epoch-over");
        } finally {
            jdbc.sql("update feed_state set epoch = ?").param(now.epoch()).update();
        }
    }

    @Test
    void onlyMachinesThatMayRead() {
        assertThat(as(TestToken.person("p").grant("feed-reader", "x", "45")).get("/api/probe/v1/facts").problem())
                .isEqualTo("not-allowed");
        assertThat(as(TestToken.service("s").grant("county-officer", "rural-affairs", "45")).get("/api/probe/v1/facts").problem())
                .isEqualTo("not-allowed");
        assertThat(Http.on(port).get("/api/probe/v1/facts").status()).isEqualTo(401);
    }

    @Test
    void withoutATransactionNothingIsTold() {
        assertThatThrownBy(() -> facts.write(
                NewFact.of("thing-opened", new Aggregate("thing", "n"), 1, HERE, LocalDate.of(2020, 1, 1), Map.of())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private void write(NewFact fact) {
        transactions.inOne(() -> facts.write(fact));
        allPlaced();
    }

    private void allPlaced() {
        await().until(() -> jdbc.sql("select count(*) from feed_state").query(Integer.class).single() == 1
                && jdbc.sql("select count(*) from fact_waiting").query(Integer.class).single() == 0);
    }

    /** Where the feed ends for this reader. */
    private static String mark(Http reader) {
        var page = lines(reader.get("/api/probe/v1/facts")).getLast();
        while (!page.path("atEnd").asBoolean()) {
            page = lines(reader.get("/api/probe/v1/facts?after=" + page.path("next").asString())).getLast();
        }
        return page.path("next").asString();
    }

    private static List<JsonNode> lines(Http reader, String after) {
        return lines(reader.get("/api/probe/v1/facts?after=" + after));
    }

    private static List<JsonNode> lines(Http.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        return new ArrayList<>(answer.body().lines().map(line -> JsonMapper.shared().readTree(line)).toList());
    }
}
