package org.jingzhun.household.threeways;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Enters rows of the table of rules as an officer would: a household is added; what was otherwise before, and years, are corrected. */
final class Entry {

    private static final String VILLAGE = "451481101205";
    private static final String MOVED_IN = "01";
    private static final String UNABLE = "5"; // of a healthy man of 39

    private final Api api;

    Entry(Api api) {
        this.api = api;
    }

    /**
     * What came of it.
     *
     * @param problem empty where it was accepted
     */
    record Answer(Set<String> refusals, Set<String> warnings, String problem) {

        /** A value that a field cannot have is refused before any rule looks at it. */
        boolean isUnreadable() {
            return problem.equals("change-not-valid");
        }
    }

    /**
     * Nobody is dead when he is entered, labour ability is required, the place of work always asked for, members are counted; and what was
     * before must have been right itself.
     */
    static boolean canBeEntered(NumberedRow row) {
        return !row.has(Field.DIED_ON) && !UNABLE.equals(row.row().earlier().get(Field.LABOUR)) && !row.has(Field.MEMBERS)
                && row.members().stream().allMatch(member -> member.containsKey(Field.LABOUR))
                && (row.has(Field.WORK_PLACE) || row.members().stream()
                        .allMatch(member -> Objects.equals(0, member.getOrDefault(Field.WORK_MONTHS, 0))));
    }

    Answer enter(NumberedRow row) {
        var corrected = row.needsYearBefore() || !row.row().year().isEmpty();
        if (!corrected) {
            return answer(add(row, row.members(), row.row().household(), row.row().on().toString()));
        }
        var day = row.needsYearBefore() ? row.row().on().minusMonths(6) : row.row().on();
        var before = row.membersBefore();
        before.replaceAll(member -> withNumberOf(member, row));
        var added = add(row, before, row.householdBefore(), day.toString());
        var first = answer(added);
        if (!first.problem.isEmpty()) {
            return first;
        }
        var entered = added.json();
        if (entered.path("state").asString().equals("PENDING")) {
            api.put(Api.COUNTY2, "/changes/" + entered.path("number").asString() + "/approval", null);
        }
        var household = entered.path("household").asString();
        var corrections = corrections(row, before, household);
        var second = corrections.isEmpty()
                ? new Answer(Set.of(), Set.of(), "")
                : answer(correct(household, row.row().on().toString(), corrections));
        var warnings = new HashSet<>(first.warnings);
        warnings.retainAll(row.expected().keySet()); // what was wrong before may be right now
        warnings.addAll(second.warnings);
        return new Answer(second.refusals, warnings, second.problem);
    }

    /** Sex and birth date are those of the number, so that another one was known before. */
    private static Map<Field, Object> withNumberOf(Map<Field, Object> member, NumberedRow row) {
        var earlier = row.row().earlier();
        if (earlier.containsKey(Field.BIRTH_DATE) || earlier.containsKey(Field.SEX)) {
            var born = member.get(Field.BIRTH_DATE).toString().replace("-", "");
            var place = Integer.toString(400_000 + Integer.parseInt(row.number().substring(4)));
            member.put(Field.RESIDENT_ID, Givens.residentId(place, born, member.get(Field.SEX).equals("1") ? 11 : 12));
        }
        return member;
    }

    private Api.Answer add(NumberedRow row, List<Map<Field, Object>> members, Map<Field, Object> household, String day) {
        var body = body("add-household", day);
        body.put("village", VILLAGE);
        body.put("values", values(household, Holder.HOUSEHOLD));
        body.put("members", members.stream().map(member -> {
            var its = new LinkedHashMap<String, Object>();
            its.put("relation", member.get(Field.RELATION));
            its.put("joinReason", MOVED_IN);
            its.put("values", values(member, Holder.PERSON));
            return its;
        }).toList());
        return post(body, "*");
    }

    private Api.Answer correct(String household, String day, List<Map<String, Object>> corrections) {
        var body = body("correct-fields", day);
        body.put("household", household);
        body.put("corrections", corrections);
        return post(body, api.get(Api.COUNTY, "/households/" + household).etag().orElseThrow());
    }

    private List<Map<String, Object>> corrections(NumberedRow row, List<Map<Field, Object>> before, String household) {
        var corrections = new ArrayList<Map<String, Object>>();
        differing(row.householdBefore(), row.row().household(), Holder.HOUSEHOLD)
                .forEach((field, value) -> corrections.add(correction(null, null, field, value)));
        var persons = api.get(Api.COUNTY, "/households/" + household).json().path("members");
        for (int i = 0; i < before.size(); i++) {
            var name = before.get(i).get(Field.NAME);
            var person = persons.valueStream().filter(it -> it.path("name").asString().equals(name)).findFirst().orElseThrow();
            differing(before.get(i), row.members().get(i), Holder.PERSON).forEach(
                    (field, value) -> corrections.add(correction(person.path("number").asString(), null, field, value)));
        }
        var year = row.row().on().getYear();
        values(row.row().year(), Holder.HOUSEHOLD_YEAR)
                .forEach((field, value) -> corrections.add(correction(null, year, field, value)));
        values(row.row().lastYear(), Holder.HOUSEHOLD_YEAR)
                .forEach((field, value) -> corrections.add(correction(null, year - 1, field, value)));
        return corrections;
    }

    private static Map<String, Object> differing(Map<Field, Object> before, Map<Field, Object> after, Holder holder) {
        var were = values(before, holder);
        var are = values(after, holder);
        var differing = new LinkedHashMap<String, Object>();
        are.forEach((field, value) -> {
            if (!value.equals(were.get(field))) {
                differing.put(field, value);
            }
        });
        were.keySet().stream().filter(field -> !are.containsKey(field)).forEach(field -> differing.put(field, null));
        return differing;
    }

    private static Map<String, Object> correction(String person, Integer year, String field, Object value) {
        var correction = new LinkedHashMap<String, Object>();
        correction.put("person", person);
        correction.put("year", year);
        correction.put("field", field);
        correction.put("value", value);
        return correction;
    }

    private static Map<String, Object> values(Map<Field, Object> held, Holder holder) {
        var values = new LinkedHashMap<String, Object>();
        held.forEach((field, value) -> {
            if (field.holder() == holder && field.isCorrectable()) {
                values.put(field.key(), switch (field.kind()) {
                    case CODES -> List.of(value.toString().split(","));
                    case MONEY, DECIMAL -> new BigDecimal(value.toString());
                    case YES_NO, COUNT -> value;
                    default -> value.toString();
                });
            }
        });
        return values;
    }

    private static Map<String, Object> body(String action, String day) {
        var body = new LinkedHashMap<String, Object>();
        body.put("action", action);
        body.put("effectiveOn", day);
        body.put("reason", "入户核实");
        body.put("evidence", "户口簿");
        return body;
    }

    private Api.Answer post(Map<String, Object> body, String tag) {
        return api.post(Api.COUNTY, "/changes", JsonMapper.shared().writeValueAsString(body), "Idempotency-Key",
                UUID.randomUUID().toString(), "If-Match", tag);
    }

    private static Answer answer(Api.Answer answer) {
        if (answer.status() == 201) {
            return new Answer(Set.of(), codes(answer.json().path("warnings"), "rule"), "");
        }
        return new Answer(codes(answer.json().path("errors"), "rule"), Set.of(), answer.problem());
    }

    private static Set<String> codes(JsonNode findings, String name) {
        var codes = new HashSet<String>();
        findings.forEach(it -> {
            if (it.has(name)) {
                codes.add(it.path(name).asString());
            }
        });
        return codes;
    }
}
