package org.jingzhun.household.threeways;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.imports.ImportApi;
import org.jingzhun.household.quality.StoredRows;
import org.jingzhun.household.record.Wording;
import org.jingzhun.household.rules.Catalogue;
import org.jingzhun.household.rules.RuleEntry;
import org.jingzhun.household.rules.RuleEntry.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every row of the tables of rules, of persons and of households, goes through entry, import and the stored register, each as its users
 * call it; codes and levels must be the same.
 */
@HouseholdServiceTest
class SameFindingsTest {

    private static final String STORED = "451481101205";
    private static final String IMPORTED = "451481101201"; // 凭祥市友谊镇宋城村

    /** Values that a field cannot have: an officer is told so before any rule looks at them. */
    private static final Set<String> UNREADABLE = Set.of("id-missing", "id-length", "id-15-digits", "id-characters",
            "id-placeholder",
            "id-birth-date", "id-birth-too-old", "birth-in-future", "id-check-digit", "id-disability-number",
            "phone-not-11-digits", "months-out-of-range");

    /** Only a warning in the register; on entry and in a list a phone that cannot be one is not read at all. */
    private static final String PHONE_OF_HOUSEHOLD = "household-phone-not-11-digits";

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    StoredRows register;
    @Autowired
    Wording wording;

    final List<NumberedRow> rows = NumberedRow.all();

    @BeforeEach
    @AfterEach
    void anEmptyRegister() {
        givens.forgetAll();
    }

    @Test
    void theSameRowGivesTheSameFindingsOnEntryImportAndOnTheStoredRegister() {
        var wrong = new TreeMap<String, String>();
        stored(wrong);
        imported(wrong);
        givens.forgetAll();
        entered(wrong);

        assertThat(wrong).isEmpty();
    }

    // --- the stored register: put there as it is

    /** The register has no row without a resident ID or labour ability, and does not keep the number of members that a list states. */
    private void stored(Map<String, String> wrong) {
        var some = rows.stream().filter(row -> StoredRows.canBeStored(row.row())).toList();
        some.forEach(row -> register.store(row.number(), STORED, row.row()));
        var found = run(STORED);
        some.forEach(row -> compare("stored", row, row.expected(), found.getOrDefault(row.number(), Map.of()), wrong));
        assertThat(left(some)).containsExactlyInAnyOrder("id-missing", "labour-empty", "count-differs");
        register.forget("SAME");
    }

    /** Rules of which no row that fires is among these. */
    private Set<String> left(List<NumberedRow> some) {
        var all = new TreeSet<String>();
        rows.forEach(row -> all.addAll(row.expected().keySet()));
        some.forEach(row -> all.removeAll(row.expected().keySet()));
        return all;
    }

    /** What a run over a village finds, by household. */
    private Map<String, Map<String, Level>> run(String village) {
        var id = api.post(Api.COUNTY, "/quality-runs", "{\"area\":\"%s\"}".formatted(village), "Idempotency-Key",
                UUID.randomUUID().toString()).json().path("id").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).until(
                () -> api.get(Api.COUNTY, "/quality-runs/" + id).json().path("state").asString().equals("DONE"));
        var found = new HashMap<String, Map<String, Level>>();
        var next = "";
        do {
            var page = api.get(Api.COUNTY,
                    "/findings?limit=200&area=" + village + (next.isEmpty() ? "" : "&after=" + next)).json();
            page.path("items").forEach(it -> put(found, it.path("household").asString(), it.path("rule").asString(),
                    it.path("level").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return found;
    }

    private static void put(Map<String, Map<String, Level>> found, String household, String rule, String level) {
        var known = Catalogue.shipped().find(rule);
        if (known.isEmpty() || known.get().subject() != RuleEntry.Subject.ACROSS) {
            found.computeIfAbsent(household, it -> new TreeMap<>()).put(rule, Level.valueOf(level));
        }
    }

    private static void compare(String way, NumberedRow row, Map<String, Level> expected, Map<String, Level> found,
            Map<String, String> wrong) {
        if (!expected.equals(found)) {
            wrong.put(way + " " + row, "expected " + expected + " but found " + found);
        }
    }

    // --- import: dry run and, where it is not refused, commit and a run

    /**
     * Members come by list D and households by list A, each with columns for all other fields. What was before comes by the lists of the
     * year before.
     */
    private void imported(Map<String, String> wrong) {
        var imports = new ImportApi(api);
        var sheets = new RuleSheets(wording);
        var some = rows.stream().filter(SameFindingsTest::canBeImported).toList();
        assertThat(left(some)).containsExactlyInAnyOrder("dead-member", "labour-empty", "birth-date-changed", "sex-changed",
                PHONE_OF_HOUSEHOLD);
        var before = some.stream().filter(row -> row.needsYearBefore() || row.row().on().getYear() == 2022).toList();
        var now = some.stream().filter(row -> row.row().on().getYear() == 2023).toList();
        var found = new HashMap<String, Map<String, Level>>();
        read(imports, sheets.members(before, 2022, false, true), 2022);
        read(imports, sheets.households(before, 2022, true), 2022);
        var placed = now.stream().filter(row -> row.has(Field.WORK_PLACE)).toList();
        var unplaced = now.stream().filter(row -> !row.has(Field.WORK_PLACE)).toList();
        found.putAll(read(imports, sheets.members(placed, 2023, true, false), 2023));
        found.putAll(read(imports, sheets.members(unplaced, 2023, false, false), 2023));
        var goingIn = now.stream().filter(row -> !row.isRefused()).toList();
        var ofHouseholds = read(imports, sheets.households(goingIn, 2023, false), 2023);
        var after = run(IMPORTED);
        for (var row : now) {
            var first = found.getOrDefault(row.number(), new TreeMap<>());
            var second = ofHouseholds.getOrDefault(row.number(), Map.of());
            if (row.isRefused()) {
                compareRefused(row, first, wrong);
            } else {
                var all = new TreeMap<>(first);
                all.keySet().retainAll(row.expected().keySet()); // until the second list comes, the household has no type
                all.putAll(second);
                if (!row.needsYearBefore()) {
                    compare("imported", row, row.expected(), all, wrong);
                } else if (all.containsKey(row.row().rule()) != row.row().fires()) {
                    wrong.put("imported " + row, "expected " + row.expected() + " but found " + all);
                }
                compare("imported and stored", row, row.expected(), after.getOrDefault(row.number(), Map.of()), wrong);
            }
        }
    }

    /**
     * Nobody dies by a list; labour ability is required; a person with another birth date or sex has another number, and is another one.
     */
    private static boolean canBeImported(NumberedRow row) {
        return !row.has(Field.DIED_ON) && !row.expected().containsKey(PHONE_OF_HOUSEHOLD)
                && row.members().stream().allMatch(member -> member.containsKey(Field.LABOUR))
                && !(row.row().fires() && Set.of("birth-date-changed", "sex-changed").contains(row.row().rule()));
    }

    private Map<String, Map<String, Level>> read(ImportApi imports, byte[] file, int year) {
        var job = imports.run(Api.COUNTY, file, year, "MANUAL");
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("CHECKED");
        var id = job.path("id").asString();
        var found = new HashMap<String, Map<String, Level>>();
        var findings = imports.findings(Api.COUNTY, id);
        findings.forEach(
                it -> put(found, it.path("household").asString(), it.path("code").asString(), it.path("level").asString()));
        assertThat(job.path("counts").path("warnings").asInt())
                .isEqualTo((int) findings.stream().filter(it -> it.path("level").asString().equals("WARNING")).count());
        assertThat(
                api.put(job.path("needsSecondOfficer").asBoolean() ? Api.COUNTY2 : Api.COUNTY, "/imports/" + id + "/commit", null)
                        .status())
                .isEqualTo(202);
        assertThat(imports.await(Api.COUNTY, id).path("state").asString()).isEqualTo("DONE");
        return found;
    }

    private static void compareRefused(NumberedRow row, Map<String, Level> found, Map<String, String> wrong) {
        var refusals = new HashSet<String>();
        found.forEach((code, level) -> {
            if (level == Level.ERROR && !code.equals("head-refused")) {
                refusals.add(code);
            }
        });
        if (!refusals.equals(row.expected(Level.ERROR)) || !row.expected().keySet().containsAll(warnings(found))) {
            wrong.put("refused on import " + row, "expected " + row.expected() + " but found " + found);
        }
    }

    private static Set<String> warnings(Map<String, Level> found) {
        var codes = new HashSet<String>();
        found.forEach((code, level) -> {
            if (level == Level.WARNING) {
                codes.add(code);
            }
        });
        return codes;
    }

    // --- entry: a household is added; what was before, and years, come by a correction

    private void entered(Map<String, String> wrong) {
        var entry = new Entry(api);
        var some = rows.stream().filter(Entry::canBeEntered).filter(row -> !row.expected().containsKey(PHONE_OF_HOUSEHOLD))
                .toList();
        assertThat(left(some)).containsExactlyInAnyOrder("dead-member", "labour-empty", "count-differs", PHONE_OF_HOUSEHOLD);
        some.parallelStream().forEach(row -> {
            var answer = entry.enter(row);
            synchronized (wrong) {
                if (!isExpected(row, answer)) {
                    wrong.put("entered " + row, "expected " + row.expected() + " but found " + answer);
                }
            }
        });
    }

    private static boolean isExpected(NumberedRow row, Entry.Answer answer) {
        if (row.isRefused()) {
            return answer.refusals().equals(row.expected(Level.ERROR))
                    || (answer.isUnreadable() && UNREADABLE.containsAll(row.expected(Level.ERROR)));
        }
        return answer.problem().isEmpty() && row.expected().keySet().equals(answer.warnings());
    }
}
