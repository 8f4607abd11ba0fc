package org.jingzhun.household.change;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.test.token.TestToken;
import tools.jackson.databind.JsonNode;

/** A household of a test with a head, a spouse and a grown-up son, of which nobody else knows; and the way to its changes. */
final class Family {

    static final String VILLAGE = "451481101208";

    /** A day some months ago, so near that one officer alone may enter it. */
    static final String DAY = ago(100);

    private static final AtomicInteger COUNT = new AtomicInteger((int) (System.nanoTime() / 1000 % 100_000_000));

    final Api api;
    final Givens givens;
    final String number;
    final String head;
    final String spouse;
    final String son;

    private Family(Api api, Givens givens, String number) {
        this.api = api;
        this.givens = givens;
        this.number = number;
        this.head = number + "-1";
        this.spouse = number + "-2";
        this.son = number + "-3";
    }

    static Family in(String village, Api api, Givens givens) {
        var family = new Family(api, givens, "X" + COUNT.incrementAndGet());
        givens.household(family.number, village, Map.of("income_per_head", "5000.00"));
        givens.member(family.number, family.head, "农大海", id("1970"), "01", givens.phone(family.head, "13800138051"));
        givens.member(family.number, family.spouse, "梁美", id("1972", 0), "02", Map.of());
        givens.member(family.number, family.son, "农小海", id("1999"), "03", Map.of());
        return family;
    }

    static String ago(int days) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(days).toString();
    }

    /** A resident ID that nobody has had, of a man born in that year. */
    static String id(String year) {
        return id(year, 1);
    }

    /** @param odd 1 for a man, 0 for a woman */
    private static String id(String year, int odd) {
        var n = COUNT.incrementAndGet();
        return Givens.residentId("%06d".formatted(110_000 + n / 13_440 % 500_000),
                "%s%02d%02d".formatted(year, 1 + n / 28 % 12, 1 + n % 28), odd + 2 + n / 336 % 40 * 2);
    }

    static String key() {
        return "test-" + COUNT.incrementAndGet();
    }

    String tag() {
        return api.get(Api.COUNTY, "/households/" + number).etag().orElseThrow();
    }

    JsonNode json() {
        return api.get(Api.COUNTY, "/households/" + number).json();
    }

    /** The members' relations by person. */
    Map<String, String> relations() {
        var relations = new TreeMap<String, String>();
        json().path("members").forEach(it -> relations.put(it.path("number").asString(), it.path("relation").asString()));
        return relations;
    }

    Api.Answer change(TestToken as, String action, String on, String payload) {
        return change(as, tag(), action, on, payload);
    }

    /** @param payload further members of the body, each after a comma */
    Api.Answer change(TestToken as, String tag, String action, String on, String payload) {
        return api.post(as, "/changes", """
                {"action":"%s","household":"%s","effectiveOn":"%s","reason":"入户核实","evidence":"户口簿"%s}
                """.formatted(action, number, on, payload), "Idempotency-Key", key(), "If-Match", tag);
    }

    /** Corrections of fields: each a JSON object. */
    Api.Answer correct(TestToken as, String corrections) {
        return change(as, "correct-fields", DAY, ",\"corrections\":[" + corrections + "]");
    }

    Api.Answer approve(TestToken as, Api.Answer entered) {
        return api.put(as, "/changes/" + entered.json().path("number").asString() + "/approval", null);
    }

    /** Enters and, where asked for, lets the other officer of the county approve. */
    Api.Answer changed(String action, String on, String payload) {
        var entered = change(Api.COUNTY, action, on, payload);
        if (entered.status() == 201 && entered.json().path("state").asString().equals("PENDING")) {
            return approve(Api.COUNTY2, entered);
        }
        return entered;
    }

    static String related(String person, String relation) {
        return "{\"person\":\"%s\",\"relation\":\"%s\"}".formatted(person, relation);
    }

    static String newMember(String relation, String reason, String name, String residentId, String more) {
        return """
                {"relation":"%s","joinReason":"%s","values":{"name":"%s","residentId":"%s","ethnicity":"08","health":["1"]%s}}
                """.formatted(relation, reason, name, residentId, more);
    }
}
