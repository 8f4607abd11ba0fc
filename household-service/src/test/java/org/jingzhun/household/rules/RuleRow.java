package org.jingzhun.household.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.person.ResidentId;

/**
 * A row of the table of rules (src/test/resources/rules/rules.csv): what differs from a household without faults, and whether the rule
 * speaks. The household: a healthy man of 39 who has junior education and ordinary labour, alone, escaped from poverty, as of the end of
 * 2023; further members are like him.
 */
public final class RuleRow {

    private static final Map<String, Field> FIELDS = new HashMap<>();
    private static final Map<String, String> CODES = new HashMap<>();

    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        Stream.of(Field.values()).forEach(field -> FIELDS.put(field.heading(), field));
        lines("/codelists/code-lists.csv")
                .forEach(line -> {
                    CODES.put(line.split(",")[0] + line.split(",")[2], line.split(",")[1]);
                    NAMES.putIfAbsent(line.split(",")[0] + line.split(",")[1], line.split(",")[2]);
                });
    }

    private final String rule;
    private final String facts;
    private final boolean fires;
    private final Map<Field, Object> household = new EnumMap<>(Field.class);
    private final Map<Field, Object> year = new EnumMap<>(Field.class);
    private final Map<Field, Object> lastYear = new EnumMap<>(Field.class);
    private final Map<Field, Object> earlier = new EnumMap<>(Field.class);
    private final TreeMap<Integer, Map<Field, Object>> members = new TreeMap<>();
    private LocalDate on = LocalDate.of(2023, 12, 31);

    RuleRow(String line) {
        var parts = line.split(",", -1);
        rule = parts[0];
        facts = parts[2];
        fires = parts[3].equals("是");
        household.putAll(Map.of(Field.HOUSEHOLD_TYPE, "1", Field.MAIN_CAUSE, "7", Field.EXIT_STATE, "2"));
        var written = Arrays.stream(facts.split("；")).filter(it -> !it.isBlank()).toList();
        written.stream().filter(it -> it.startsWith("数据日期=")).forEach(it -> on = LocalDate.parse(it.substring(5)));
        member(1);
        written.stream().filter(it -> !it.startsWith("数据日期=")).forEach(this::take);
        members.forEach(this::giveNumber);
    }

    /** The rows about single members (member-rules.csv), each beside a head without faults or as the head. */
    public static List<RuleRow> ofMembers() {
        return lines("/rules/member-rules.csv").map(line -> {
            var cells = line.split(",", -1);
            var who = cells[3].equals("01") ? "1." : "2.";
            var facts = new ArrayList<>(List.of(who + "年龄=" + cells[1]));
            var fields = List.of(Field.SEX, Field.RELATION, Field.EDUCATION, Field.SCHOOL_STATUS, Field.HEALTH, Field.LABOUR,
                    Field.WORK_PLACE);
            for (int i = 0; i < fields.size(); i++) {
                facts.add(who + fields.get(i).heading() + "=" + name(fields.get(i), cells[i + 2]));
            }
            facts.add(who + Field.WORK_MONTHS.heading() + "=" + (cells[9].isEmpty() ? "无" : cells[9]));
            return new RuleRow(String.join(",", cells[10], cells[0], String.join("；", facts), cells[10].isEmpty() ? "否" : "是"));
        }).toList();
    }

    private static String name(Field field, String codes) {
        return codes.isEmpty()
                ? "无"
                : Arrays.stream(codes.split(" ")).map(code -> NAMES.get(field.codeList().id() + code))
                        .collect(Collectors.joining("+"));
    }

    /** All rows of the table. */
    public static List<RuleRow> all() {
        return lines("/rules/rules.csv").map(RuleRow::new).toList();
    }

    public String rule() {
        return rule;
    }

    public boolean fires() {
        return fires;
    }

    public LocalDate on() {
        return on;
    }

    public Map<Field, Object> household() {
        return household;
    }

    public Map<Field, Object> year() {
        return year;
    }

    public Map<Field, Object> lastYear() {
        return lastYear;
    }

    /** What was true before of the household, or of its first member. */
    public Map<Field, Object> earlier() {
        return earlier;
    }

    public List<Map<Field, Object>> members() {
        return List.copyOf(members.values());
    }

    /** Codes of everything that the rules say to this row. */
    public TreeSet<String> judged(Rules rules) {
        var facts = facts();
        var codes = new TreeSet<String>();
        rules.check(facts).forEach(finding -> codes.add(finding.code()));
        facts.members().forEach(member -> rules.check(member).forEach(finding -> codes.add(finding.code())));
        return codes;
    }

    /** The same of a source that speaks only of some fields, and perhaps of no members. */
    public TreeSet<String> judged(Rules rules, Fields asked, boolean withMembers) {
        var codes = new TreeSet<String>();
        var persons = withMembers
                ? members.values().stream().map(member -> new PersonFacts(values(asked, member), on)).toList()
                : List.<PersonFacts>of();
        persons.forEach(member -> rules.check(member).forEach(finding -> codes.add(finding.code())));
        rules.check(
                new HouseholdFacts(values(asked, household), persons, year.isEmpty() ? null : values(asked, year), null, null, on,
                        null))
                .forEach(finding -> codes.add(finding.code()));
        return codes;
    }

    HouseholdFacts facts() {
        var knowsPlace = members.values().stream().anyMatch(member -> member.get(Field.WORK_PLACE) != null);
        var asked = knowsPlace ? Fields.all() : Fields.all().without(Field.WORK_PLACE);
        var persons = members.entrySet().stream().map(member -> new PersonFacts(values(asked, member.getValue()),
                member.getKey() == 1 && ofPerson() ? values(asked, earlier) : null, on)).toList();
        return new HouseholdFacts(values(asked, household), persons, year.isEmpty() ? null : values(asked, year),
                lastYear.isEmpty() ? null : values(asked, lastYear),
                earlier.isEmpty() || ofPerson() ? null : values(asked, earlier),
                on, "451481101201");
    }

    /** Whether what was true before is about the first member. */
    public boolean ofPerson() {
        return !earlier.isEmpty() && earlier.keySet().iterator().next().holder() == Holder.PERSON;
    }

    private static Values values(Fields asked, Map<Field, Object> held) {
        var values = new Values(asked);
        held.forEach((field, value) -> values.set(field, asked.has(field) ? value : null));
        return values;
    }

    private void take(String fact) {
        var parts = fact.split("=", 2);
        var name = parts[0];
        if (name.startsWith("以前.") || name.startsWith("上年.")) {
            var field = FIELDS.get(name.substring(3));
            (name.startsWith("以前.") ? earlier : lastYear).put(field, value(field, parts[1]));
            return;
        }
        var who = name.matches("\\d+\\..*") ? Integer.parseInt(name.substring(0, name.indexOf('.'))) : 1;
        name = name.substring(name.indexOf('.') + 1);
        if (name.equals("年龄")) {
            member(who).put(Field.BIRTH_DATE, on.minusYears(Integer.parseInt(parts[1])));
            return;
        }
        var field = FIELDS.get(name);
        var into = switch (field.holder()) {
            case HOUSEHOLD -> household;
            case HOUSEHOLD_YEAR -> year;
            case NONE -> household;
            default -> member(who);
        };
        if (parts[1].equals("无")) {
            into.remove(field);
            if (field == Field.RESIDENT_ID) {
                into.put(Field.HEAD_NAME, "no number"); // a mark for giveNumber
            }
        } else {
            into.put(field, value(field, parts[1]));
        }
    }

    private Map<Field, Object> member(int who) {
        return members.computeIfAbsent(who, it -> new EnumMap<>(Map.of(Field.NAME, "韦" + "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑".charAt(who - 1),
                Field.SEX, "1", Field.BIRTH_DATE, on.minusYears(39), Field.RELATION, who == 1 ? "01" : "99", Field.ETHNICITY,
                "08",
                Field.EDUCATION, "3", Field.HEALTH, "1", Field.LABOUR, "1")));
    }

    private void giveNumber(int who, Map<Field, Object> member) {
        if (member.remove(Field.HEAD_NAME) == null && !member.containsKey(Field.RESIDENT_ID)) {
            var born = member.get(Field.BIRTH_DATE).toString().replace("-", "");
            var first = "451481" + born
                    + "%03d".formatted(Math.floorMod(facts.hashCode(), 400) * 2 + (member.get(Field.SEX).equals("1") ? 1 : 2));
            member.put(Field.RESIDENT_ID, first + ResidentId.checkDigit(first));
        }
        var document = (String) member.get(Field.RESIDENT_ID);
        if (document != null && document.length() >= 18 && ResidentId.flaw(document.substring(0, 18), on).isEmpty()) {
            var id = new ResidentId(document.substring(0, 18));
            member.put(Field.SEX, id.sex());
            member.put(Field.BIRTH_DATE, id.birthDate());
        }
        member.put(Field.DOCUMENT_KIND, document != null && document.length() >= 20 ? "2" : "1");
    }

    private static Object value(Field field, String written) {
        return switch (field.kind()) {
            case TEXT, PHONE, DOCUMENT -> written;
            case CODE -> CODES.get(field.codeList().id() + written);
            case CODES -> String.join(",",
                    new TreeSet<>(Arrays.stream(written.split("\\+")).map(it -> CODES.get(field.codeList().id() + it)).toList()));
            case YES_NO -> written.equals("是");
            case DAY -> LocalDate.parse(written);
            case MONEY, DECIMAL -> new BigDecimal(written);
            case COUNT -> Integer.valueOf(written);
        };
    }

    private static Stream<String> lines(String resource) {
        try (var reader = new BufferedReader(
                new InputStreamReader(RuleRow.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return rule + (fires ? " fires: " : " is silent: ") + facts;
    }
}
