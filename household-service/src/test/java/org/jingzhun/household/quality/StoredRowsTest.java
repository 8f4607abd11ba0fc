package org.jingzhun.household.quality;

import java.time.LocalDate;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.rules.RuleRow;
import org.jingzhun.household.rules.Rules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole table of rules put into the register, read from it and judged: as the facts themselves are judged. */
@HouseholdServiceTest
class StoredRowsTest {

    @Autowired
    StoredRows register;
    @Autowired
    RegisterReader reader;
    @Autowired
    QualityCheck check;

    @AfterEach
    void forget() {
        register.forget("TAB");
    }

    @Test
    void theRegisterIsJudgedAsTheTableSays() {
        var rows = RuleRow.all().stream().filter(StoredRows::canBeStored).toList();
        var expected = new TreeMap<String, TreeSet<String>>();
        var rules = Rules.shipped();
        for (int i = 0; i < rows.size(); i++) {
            register.store("TAB" + i, village(i), rows.get(i));
            expected.put("TAB" + i, rows.get(i).judged(rules));
        }
        var villages = expected.keySet().stream().map(number -> village(Integer.parseInt(number.substring(3)))).toList();

        var stored = reader.read(villages, LocalDate.of(2026, 1, 1));
        var found = check.judge(stored).stream().collect(Collectors.groupingBy(Judgement::household,
                Collectors.mapping(Judgement::rule, Collectors.toCollection(TreeSet::new))));

        assertThat(stored).hasSameSizeAs(rows).hasSizeGreaterThan(500);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(found.getOrDefault("TAB" + i, new TreeSet<>())).as(rows.get(i).toString())
                    .isEqualTo(expected.get("TAB" + i));
        }
    }

    private static String village(int row) {
        return "4514819%05d".formatted(row);
    }
}
