package org.jingzhun.household.paper;

import java.io.OutputStream;
import java.util.List;
import java.util.function.BiFunction;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.record.HouseholdRecord;
import org.jingzhun.household.record.Wording;
import org.springframework.stereotype.Component;

/** The village register 【村簿】: every household of a village in one line, with sums at the end. */
@Component
class VillageRegister {

    private static final int AT_ONCE = 200;
    private static final List<String> HEADINGS = List.of("序号", "户编号", "自然村", "户主", "人数", "户类型", "脱贫属性", "主要致贫原因", "监测对象", "人均纯收入",
            "联系电话");
    private static final float[] WIDTHS = {4, 14, 9, 8, 4, 10, 8, 10, 10, 9, 10};

    private final Wording wording;

    VillageRegister(Wording wording) {
        this.wording = wording;
    }

    /** Writes it; {@code after} gives the households after a number, at most so many. */
    void write(String title, String footer, BiFunction<String, Integer, List<HouseholdRecord>> after, OutputStream out) {
        try (var sheet = Sheet.across(title, footer, out)) {
            sheet.title(title);
            var table = sheet.table(WIDTHS, HEADINGS);
            var households = 0;
            var persons = 0;
            var last = "";
            List<HouseholdRecord> some;
            do {
                some = after.apply(last, AT_ONCE);
                for (var household : some) {
                    sheet.row(table, line(++households, household));
                    persons += household.members().size();
                    last = household.number();
                }
                if (some.size() == AT_ONCE) {
                    sheet.write(table, true);
                }
            } while (some.size() == AT_ONCE);
            sheet.row(table, List.of("合计", households + " 户", "", "", Integer.toString(persons), "", "", "", "", "", ""));
            sheet.write(table, false);
        }
    }

    private List<String> line(int position, HouseholdRecord household) {
        var head = household.head();
        return List.of(Integer.toString(position), household.number(), words(household, Field.HAMLET),
                head == null ? "" : wording.of(Field.NAME, head.values().get(Field.NAME)),
                Integer.toString(household.members().size()), words(household, Field.HOUSEHOLD_TYPE),
                words(household, Field.EXIT_STATE), words(household, Field.MAIN_CAUSE), words(household, Field.MONITORED_KIND),
                words(household, Field.INCOME_PER_HEAD), words(household, Field.HOUSEHOLD_PHONE));
    }

    private String words(HouseholdRecord household, Field field) {
        return wording.of(field, household.values().get(field));
    }
}
