package org.jingzhun.household;

import java.util.UUID;

import org.jingzhun.test.token.TestToken;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Merges persons as two officers of the prefecture do; the pair is given, not found. */
@TestComponent
public class Merges {

    public static final TestToken CITY = TestToken.person("city").grant("city-officer", "rural-affairs", "4514");
    public static final TestToken CITY2 = TestToken.person("city2").grant("city-officer", "rural-affairs", "4514");

    private final Api api;
    private final JdbcClient jdbc;

    Merges(Api api, JdbcClient jdbc) {
        this.api = api;
        this.jdbc = jdbc;
    }

    /** The address of the pair. */
    public String merge(String merged, String kept) {
        var pair = pair(merged, kept);
        decide(pair, "{\"verdict\":\"SAME\",\"keep\":\"%s\",\"reason\":\"同一人\"}".formatted(kept));
        approve(pair);
        return pair;
    }

    public void undo(String pair) {
        decide(pair, "{\"verdict\":\"NOT_SAME\",\"reason\":\"合并有误\"}");
        approve(pair);
    }

    public String pair(String one, String other) {
        var number = "D" + UUID.randomUUID().toString().substring(0, 15);
        var inOrder = one.compareTo(other) < 0;
        jdbc.sql("""
                insert into duplicate_candidate (number, first_person, second_person, first_village, second_village, score, parts,
                       rule_version, fingerprint, state, found_at, version)
                values (:number, :first, :second, :firstVillage, :secondVillage, 90, '', 'test', 1, 'OPEN', now(6), 1)
                """).param("number", number).param("first", inOrder ? one : other).param("second", inOrder ? other : one)
                .param("firstVillage", village(inOrder ? one : other)).param("secondVillage", village(inOrder ? other : one))
                .update();
        return "/duplicates/" + number;
    }

    private void decide(String pair, String judgement) {
        var answer = api.put(CITY, pair + "/decision", judgement);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void approve(String pair) {
        var answer = api.put(CITY2, pair + "/approval", null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String village(String person) {
        return jdbc.sql("""
                select h.village from person p join membership m on m.open_person = p.id join household h on h.id = m.household_id
                 where p.number = ?
                """).param(person).query(String.class).single();
    }
}
