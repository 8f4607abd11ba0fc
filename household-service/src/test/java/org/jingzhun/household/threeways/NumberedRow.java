package org.jingzhun.household.threeways;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.household.rules.Catalogue;
import org.jingzhun.household.rules.RuleEntry;
import org.jingzhun.household.rules.RuleEntry.Level;
import org.jingzhun.household.rules.RuleRow;
import org.jingzhun.household.rules.Rules;

/**
 * A row of the table of rules as a household of its own: with a number, and members whose resident IDs nobody else has.
 *
 * @param expected what the rules say to it, by code
 */
record NumberedRow(String number, RuleRow row, List<Map<Field, Object>> members, Map<String, Level> expected) {

    private static final Rules RULES = Rules.shipped();

    /** Both tables. */
    static List<NumberedRow> all() {
        var tables = new ArrayList<>(RuleRow.all());
        tables.addAll(RuleRow.ofMembers());
        var taken = new HashSet<String>();
        var rows = new ArrayList<NumberedRow>();
        for (int i = 0; i < tables.size(); i++) {
            var row = tables.get(i);
            var members = new ArrayList<Map<Field, Object>>();
            for (var member : row.members()) {
                members.add(withNumberOfItsOwn(member, 200_000 + i * 40 + members.size(), taken, row.on()));
            }
            var expected = new TreeMap<String, Level>();
            row.judged(RULES).stream().map(Catalogue.shipped()::get).filter(rule -> rule.subject() != RuleEntry.Subject.ACROSS)
                    .forEach(rule -> expected.put(rule.code(), rule.level()));
            rows.add(new NumberedRow("SAME" + i, row, members, expected));
        }
        return rows;
    }

    /** Another birth place, where the number is right and somebody else has it; what rules look at stays. */
    private static Map<Field, Object> withNumberOfItsOwn(Map<Field, Object> member, int place, Set<String> taken,
            java.time.LocalDate on) {
        var own = new EnumMap<>(member);
        var document = (String) member.get(Field.RESIDENT_ID);
        if (document == null || document.length() < 18 || ResidentId.flaw(document.substring(0, 18), on).isPresent()) {
            return own;
        }
        if (!taken.add(document.substring(0, 18))) {
            var first = place + document.substring(6, 17);
            own.put(Field.RESIDENT_ID, first + ResidentId.checkDigit(first) + document.substring(18));
        }
        return own;
    }

    /** Whether an officer or a list is refused with it. */
    boolean isRefused() {
        return expected.containsValue(Level.ERROR);
    }

    /** Codes of a level. */
    Set<String> expected(Level level) {
        var codes = new HashSet<String>();
        expected.forEach((code, its) -> {
            if (its == level) {
                codes.add(code);
            }
        });
        return codes;
    }

    /** Whether any of it stands in this field. */
    boolean has(Field field) {
        return row.household().containsKey(field) || members.stream().anyMatch(member -> member.containsKey(field));
    }

    boolean needsYearBefore() {
        return !row.earlier().isEmpty() || !row.lastYear().isEmpty();
    }

    /** The members as they were before, where the row says so. */
    List<Map<Field, Object>> membersBefore() {
        var before = new ArrayList<Map<Field, Object>>();
        members.forEach(member -> before.add(new EnumMap<>(member)));
        if (row.ofPerson()) {
            before.getFirst().putAll(row.earlier());
        }
        return before;
    }

    /** The household as it was before. */
    Map<Field, Object> householdBefore() {
        var before = new EnumMap<Field, Object>(Field.class);
        before.putAll(row.household());
        if (!row.ofPerson()) {
            before.putAll(row.earlier());
        }
        return before;
    }

    @Override
    public String toString() {
        return number + " " + row;
    }
}
