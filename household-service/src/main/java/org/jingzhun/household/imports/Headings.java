package org.jingzhun.household.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.imports.sheet.Row;
import org.jingzhun.household.imports.sheet.UnreadableFile;
import org.jspecify.annotations.Nullable;

/** Which column holds what: found by the headings, in any order, below titles, in one row or two merged ones. */
final class Headings {

    static final String ROW_NUMBER = "原行号";
    static final String REASONS = "错误原因";

    private static final int SEARCHED_ROWS = 20;
    private static final int ENOUGH = 5; // known headings that make a row one of headings
    private static final Pattern NOISE = Pattern.compile("[\\s*:：]|\\p{Cf}");
    private static final Map<String, Field> KNOWN = known();

    private Headings() {}

    /**
     * Where each field stands.
     *
     * @param rows the heading row, or the second of two; data follow
     * @param titles the headings as they are written, by column, for the way back
     */
    record Layout(Template template, Map<Field, Integer> columns, int rows, List<String> titles) {

        int column(Field field) {
            return columns.getOrDefault(field, -1);
        }
    }

    /** The layout by the first rows of a sheet; null where no row among them looks like headings. */
    static @Nullable Layout find(List<Row> first) {
        List<Named> best = List.of();
        var bestRow = -1;
        for (int i = 0; i < Math.min(first.size(), SEARCHED_ROWS); i++) {
            var alone = named(null, first.get(i));
            var merged = i == 0 ? alone : named(first.get(i - 1), first.get(i));
            var better = known(merged) > known(alone) ? merged : alone;
            if (known(better) > known(best)) {
                best = better;
                bestRow = i;
            }
        }
        return known(best) < ENOUGH ? null : layout(best, first.get(bestRow).number());
    }

    static int searchedRows() {
        return SEARCHED_ROWS;
    }

    private record Named(int column, String title, @Nullable Field field) {}

    private static long known(List<Named> headings) {
        return headings.stream().map(Named::field).filter(Objects::nonNull).distinct().count();
    }

    /** A heading is the lower cell, or the upper one where that is merged downwards, or both together. */
    private static List<Named> named(@Nullable Row upper, Row lower) {
        var headings = new ArrayList<Named>();
        var group = "";
        var width = upper == null ? lower.width() : Math.max(upper.width(), lower.width());
        for (int column = 0; column < width; column++) {
            var above = upper == null ? "" : upper.text(column).strip();
            var below = lower.text(column).strip();
            group = above.isEmpty() ? group : above;
            if (!below.isEmpty()) {
                var field = KNOWN.get(plain(below));
                var joined = field == null ? KNOWN.get(plain(group + below)) : null;
                headings.add(joined == null ? new Named(column, below, field) : new Named(column, group + below, joined));
            } else if (!above.isEmpty()) {
                headings.add(new Named(column, above, KNOWN.get(plain(above))));
            }
        }
        return headings;
    }

    private static Layout layout(List<Named> headings, int row) {
        var template = Stream.of(Template.values())
                .max(Comparator.comparingLong(it -> fitting(it, headings))).orElseThrow();
        var columns = new EnumMap<Field, Integer>(Field.class);
        var unknown = new ArrayList<String>();
        var titles = new ArrayList<String>();
        for (var heading : headings) {
            while (titles.size() < heading.column()) {
                titles.add("");
            }
            titles.add(heading.title());
            var field = heading.field();
            if (field == Field.HOUSEHOLD_PHONE && !template.has(field)) {
                field = Field.PHONE; // the older list has one column for phones
            }
            if (isOurOwn(heading.title())) {
                continue;
            }
            if (field == null || (!template.has(field) && field != Field.SEQUENCE)
                    || columns.putIfAbsent(field, heading.column()) != null) {
                unknown.add(heading.title());
            }
        }
        var missing = template.fields().stream().filter(field -> !columns.containsKey(field) && field != Field.SEQUENCE)
                .map(Field::heading).toList();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new UnreadableFile("headings-unknown", listed(missing), listed(unknown));
        }
        return new Layout(template, columns, row, titles);
    }

    private static long fitting(Template template, List<Named> headings) {
        return headings.stream().map(Named::field).filter(field -> field != null && template.has(field)).distinct().count() * 2
                - template.fields().size();
    }

    private static boolean isOurOwn(String title) {
        return title.equals(ROW_NUMBER) || title.equals(REASONS);
    }

    private static String listed(List<String> titles) {
        var shown = titles.stream().limit(40).map(title -> title.length() > 30 ? title.substring(0, 30) + "…" : title).toList();
        return shown.isEmpty() ? "–" : String.join("、", shown);
    }

    /** One spelling for what differs in brackets, blanks, marks of duty and "whether". */
    private static String plain(String title) {
        var plain = NOISE.matcher(Normalizer.normalize(title, Normalizer.Form.NFKC)).replaceAll("").toLowerCase(Locale.ROOT);
        plain = plain.startsWith("是否") ? plain.substring(2) : plain;
        var bracket = plain.indexOf('(');
        return bracket > 0 && plain.endsWith(")") ? plain.substring(0, bracket) : plain;
    }

    private static Map<String, Field> known() {
        var known = new HashMap<String, Field>();
        for (var field : Field.values()) {
            known.put(plain(field.heading()), field);
        }
        spelt(known, Field.DATA_DATE, "数据时间", "数据截止日期");
        spelt(known, Field.COUNTY, "县市区", "县区", "区县", "县名", "县级", "县(市、区)");
        spelt(known, Field.TOWNSHIP, "乡镇", "乡镇名", "镇", "乡级", "乡(镇)");
        spelt(known, Field.VILLAGE, "村", "行政村名", "村名", "村社区", "行政村(社区)");
        spelt(known, Field.HAMLET, "自然屯", "屯", "自然村屯", "村民小组", "组", "自然村(屯)");
        spelt(known, Field.HOUSEHOLD_NUMBER, "户编码", "家庭编号", "户号");
        spelt(known, Field.PERSON_NUMBER, "人员编号", "人口编号", "个人编号", "人编码");
        spelt(known, Field.NAME, "成员姓名", "家庭成员姓名");
        spelt(known, Field.RESIDENT_ID, "证件号", "身份证号码", "身份证号", "公民身份号码", "身份证", "身份证件号码");
        spelt(known, Field.MEMBERS, "家庭人口数", "家庭人口", "家庭人数", "户人口数", "人口数");
        spelt(known, Field.RELATION, "与户主的关系", "户主关系");
        spelt(known, Field.EDUCATION, "学历", "文化水平");
        spelt(known, Field.SCHOOL_STATUS, "在校生情况", "在校状况", "在校情况", "在校生状态");
        spelt(known, Field.HEALTH, "身体状况", "健康情况");
        spelt(known, Field.LABOUR, "劳动能力", "劳动力状况", "劳动力");
        spelt(known, Field.WORK_PLACE, "务工情况", "务工区域");
        spelt(known, Field.WORK_MONTHS, "务工月数", "务工时间月", "务工时长");
        spelt(known, Field.SERIOUS_ILLNESS_INSURANCE, "参加大病保险", "大病医疗", "大病保险", "参加大病医疗保险");
        spelt(known, Field.EXIT_STATE, "脱贫状态");
        spelt(known, Field.POOR_KIND, "户属性", "贫困户类型", "贫困属性");
        spelt(known, Field.MAIN_CAUSE, "致贫原因1", "致贫原因", "主要致贫因素");
        spelt(known, Field.SAFE_WATER, "解决安全饮用水", "解决安全饮水", "安全饮水", "解决饮水安全");
        spelt(known, Field.WATER_DIFFICULTY, "存在饮水困难");
        spelt(known, Field.INCOME_PER_HEAD, "人均收入", "年人均纯收入", "家庭人均纯收入");
        spelt(known, Field.PHONE, "人联系电话", "成员联系电话", "电话", "联系方式", "手机号码", "手机号");
        spelt(known, Field.HOUSEHOLD_PHONE, "户主联系电话", "户电话");
        spelt(known, Field.FIRST_IDENTIFIED_ON, "户首次识别时间", "首次识别日期", "识别时间");
        spelt(known, Field.IDENTIFIED_ON, "人识别时间", "人员识别日期");
        spelt(known, Field.MONITORED_KIND, "易返贫致贫户(监测对象)类型", "易返贫致贫户类型", "监测对象类别", "监测户类型", "易返贫致贫户监测对象类型");
        spelt(known, Field.RISK_ELIMINATED, "风险是否已消除", "风险已消除");
        spelt(known, Field.RISK_IDENTIFIED_ON, "风险识别日期", "识别监测时间");
        spelt(known, Field.RISK_ELIMINATED_ON, "风险消除日期", "消除监测时间");
        return Map.copyOf(known);
    }

    private static void spelt(Map<String, Field> known, Field field, String... variants) {
        for (var variant : variants) {
            known.put(plain(variant), field);
        }
    }
}
