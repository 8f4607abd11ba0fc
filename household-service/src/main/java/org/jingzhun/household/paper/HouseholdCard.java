package org.jingzhun.household.paper;

import java.io.OutputStream;
import java.util.List;
import java.util.Set;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.record.HouseholdRecord;
import org.jingzhun.household.record.HouseholdRecord.MemberRecord;
import org.jingzhun.household.record.Wording;
import org.springframework.stereotype.Component;

/** The household card 【户卡】: the household, who lives there, and what the year brought in. */
@Component
class HouseholdCard {

    private static final List<Field> OF_MEMBERS = List.of(Field.NAME, Field.RELATION, Field.SEX, Field.BIRTH_DATE,
            Field.RESIDENT_ID,
            Field.ETHNICITY, Field.EDUCATION, Field.SCHOOL_STATUS, Field.HEALTH, Field.LABOUR, Field.WORK_MONTHS, Field.PHONE);
    private static final float[] MEMBER_WIDTHS = {7, 6, 4, 9, 15, 6, 8, 8, 9, 9, 5, 10};
    private static final Set<Field> ELSEWHERE = Set.of(Field.REMOVED_ON, Field.REMOVAL_REASON);

    private final Divisions divisions;
    private final Wording wording;

    HouseholdCard(Divisions divisions, Wording wording) {
        this.divisions = divisions;
        this.wording = wording;
    }

    void write(HouseholdRecord household, int year, String footer, OutputStream out) {
        try (var sheet = Sheet.upright("户卡 " + household.number(), footer, out)) {
            sheet.title("农户信息卡（户卡）");
            sheet.line("户编号：" + household.number() + "    " + place(household.village()));
            var facts = sheet.table(new float[]{15, 18, 15, 18, 15, 18}, List.of());
            var cells = 0;
            for (var field : Field.of(Holder.HOUSEHOLD)) {
                var value = household.values().get(field);
                if (value != null && !ELSEWHERE.contains(field)) {
                    sheet.pair(facts, field.heading(), wording.of(field, value));
                    cells++;
                }
            }
            for (; cells % 3 != 0; cells++) {
                sheet.pair(facts, "", "");
            }
            sheet.write(facts, false);
            sheet.line("家庭成员（" + household.members().size() + " 人）");
            var members = sheet.table(MEMBER_WIDTHS, OF_MEMBERS.stream().map(Field::heading).toList());
            for (var member : household.members()) {
                sheet.row(members, words(member));
            }
            sheet.write(members, false);
            writeIncome(household, year, sheet);
        }
    }

    private void writeIncome(HouseholdRecord household, int year, Sheet sheet) {
        var items = Field.of(Holder.HOUSEHOLD_YEAR).stream().filter(field -> household.values().get(field) != null).toList();
        if (items.isEmpty()) {
            return;
        }
        sheet.line(year + " 年度收入（元）");
        var table = sheet.table(new float[]{30, 20, 30, 20}, List.of());
        items.forEach(field -> sheet.pair(table, field.heading(), wording.of(field, household.values().get(field))));
        if (items.size() % 2 != 0) {
            sheet.pair(table, "", "");
        }
        sheet.write(table, false);
    }

    private List<String> words(MemberRecord member) {
        return OF_MEMBERS.stream().map(field -> wording.of(field, member.values().get(field))).toList();
    }

    /** County, township and village, from the large to the small. */
    private String place(String village) {
        return String.join(" ", divisions.name(Divisions.full(village.substring(0, 6))),
                divisions.name(Divisions.full(village.substring(0, 9))), divisions.name(village));
    }
}
