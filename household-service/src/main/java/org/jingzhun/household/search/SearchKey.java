package org.jingzhun.household.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jingzhun.starter.crypto.StoredDigests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The number or name that somebody is searched by.
 *
 * @param ids a statement that gives the ids of the persons who bear it
 * @param condition the same on persons {@code p} of households {@code h}
 * @param canBeFrequent whether many may bear it
 */
record SearchKey(String ids, String condition, Map<String, Object> params, boolean canBeFrequent) {

    static @Nullable SearchKey of(WantedPerson wanted, StoredDigests digests) {
        for (var key : wanted.keys().entrySet()) {
            return of(key.getKey(), key.getValue(), digests);
        }
        return null;
    }

    private static SearchKey of(String name, String value, StoredDigests digests) {
        return switch (name) {
            case "name" -> name(value);
            case "residentId", "disabilityNumber" -> persons("p.resident_id_digest in (:key)", residentId(value, digests), false);
            case "phone" -> new SearchKey("""
                    select id from person where phone_digest in (:key)
                     union select m0.person_id from household h0 join membership m0 on m0.household_id = h0.id
                            where h0.phone_digest in (:key) and m0.left_on is null and m0.relation = '01'""",
                    "(p.phone_digest in (:key) or (h.phone_digest in (:key) and m.relation = '01'))",
                    Map.of("key", digests.all("phone", value.strip())), true);
            case "personNumber" -> persons("p.number = :key", value.strip(), false);
            case "householdNumber" -> new SearchKey("""
                    select m0.person_id id from household h0 join membership m0 on m0.household_id = h0.id
                     where h0.number = :key and m0.left_on is null""", "h.number = :key", Map.of("key", value.strip()), false);
            default -> throw new IllegalArgumentException("not a key: " + name);
        };
    }

    /** Of a disability certificate, which begins with it, as well. */
    static List<byte[]> residentId(String value, StoredDigests digests) {
        var plain = value.strip().toUpperCase(Locale.ROOT);
        return digests.all("resident-id", plain.length() > 18 ? plain.substring(0, 18) : plain);
    }

    private static SearchKey name(String value) {
        return value.endsWith("*")
                ? named("p.name like :key", escaped(value.substring(0, value.length() - 1)) + "%")
                : named("p.name = :key", value);
    }

    /** By the index, whatever the database thinks of names: a small scope tempts it to read all persons. */
    private static SearchKey named(String condition, String value) {
        return new SearchKey("select p.id from person p force index (person_by_name) where " + condition, condition,
                Map.of("key", value), true);
    }

    private static SearchKey persons(String condition, Object value, boolean canBeFrequent) {
        return new SearchKey("select p.id from person p where " + condition, condition, Map.of("key", value), canBeFrequent);
    }

    /** Whether so many bear it that it says little. */
    boolean isFrequent(JdbcClient jdbc) {
        return canBeFrequent && jdbc.sql("select count(*) from (select 1 from (%s) a limit %d) b".formatted(ids,
                SearchStatements.RARE + 1)).params(params).query(Integer.class).single() > SearchStatements.RARE;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
