package org.jingzhun.household.telling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.awaitility.Awaitility;
import org.jingzhun.household.Api;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.test.token.TestToken;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service reads of this one's feed; and whether everything was told that there is to be told. */
@TestComponent
public class ToldRegister {

    public static final TestToken PROVINCE = TestToken.service("supervision").grant("feed-reader", "supervision", "45");
    public static final TestToken COUNTY = TestToken.service("industry").grant("feed-reader", "industry", "451481");

    private final JdbcClient jdbc;
    private final Api api;
    private final Telling telling;
    private final Transactions transactions;

    ToldRegister(JdbcClient jdbc, Api api, Telling telling, Transactions transactions) {
        this.jdbc = jdbc;
        this.api = api;
        this.telling = telling;
        this.transactions = transactions;
    }

    /** Households that a test has put into the tables by hand. */
    public void given(Collection<String> numbers) {
        transactions.inOne(() -> telling.tell(jdbc.sql("select id from household where number in (:numbers)")
                .param("numbers", numbers).query(Long.class).list()));
    }

    /** Where the feed ends now for this reader. */
    public String mark(TestToken reader) {
        var mark = "";
        JsonNode end;
        do {
            end = page(reader, mark).getLast();
            mark = end.path("next").asString();
        } while (!end.path("atEnd").asBoolean());
        return mark;
    }

    /** What came after a mark. */
    public List<JsonNode> after(TestToken reader, String mark) {
        var facts = page(reader, mark);
        facts.removeLast();
        return facts;
    }

    /** Facts that would still have to be told of these households, if they were looked at again: none, if nothing was forgotten. */
    public int untold(Collection<String> numbers) {
        allPlaced();
        var before = head();
        given(numbers);
        allPlaced();
        return head() - before;
    }

    private List<JsonNode> page(TestToken reader, String mark) {
        allPlaced();
        var answer = api.get(reader, "/facts?limit=5000" + (mark.isEmpty() ? "" : "&after=" + mark));
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return new ArrayList<>(answer.body().lines().map(line -> JsonMapper.shared().readTree(line)).toList());
    }

    private int head() {
        return jdbc.sql("select position from feed_state").query(Integer.class).single();
    }

    private void allPlaced() {
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select count(*) from fact_waiting").query(Integer.class).single() == 0);
    }
}
