package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The integrity rules of the register, written a second time and in another way than the generator follows them: given a list, the
 * codes by which each row would have to come back.
 */
final class RegisterRules {

    private static final Set<String> EDUCATION = Set.of("文盲或半文盲", "小学", "初中", "高中", "大专", "本科及以上");
    private static final Set<String> LABOUR = Set.of("普通劳动力", "技能劳动力", "弱劳动力或半劳动力", "丧失劳动力", "无劳动力");
    private static final Set<String> PLACES = Set.of("乡(镇)内", "乡(镇)外县内", "县外省内", "省外", "其他");
    private static final Set<String> ETHNICITIES = Set.of("汉族", "壮族", "瑶族", "回族");
    private static final Set<String> CAUSES = Set.of("因病", "因残", "因学", "因灾", "缺土地", "缺水", "缺技术", "缺劳力", "缺资金", "交通条件落后",
            "自身发展动力不足", "其他");
    private static final Set<String> POOR_KINDS = Set.of("一般贫困户", "低保贫困户", "特困供养贫困户", "一般脱贫户", "低保脱贫户", "特困供养脱贫户");
    private static final Set<String> TYPES = Set.of("脱贫户", "脱贫不稳定户", "边缘易致贫户", "突发严重困难户", "一般户");
    private static final Set<String> MEN = Set.of("之子", "之女婿", "之孙子", "之外孙子", "之父", "之岳父", "之公公");
    private static final Set<String> WOMEN = Set.of("之女", "之儿媳", "之孙女", "之外孙女", "之母", "之岳母", "之婆婆");

    private final Template template;
    private final LocalDate day;
    private final Set<String> villages = new HashSet<>();
    private final TreeMap<Integer, Set<String>> findings = new TreeMap<>();

    RegisterRules(Template template, LocalDate day, String county) {
        this.template = template;
        this.day = day;
        Divisions.on(day).villages(county, Divisions.VillageNames.SHORT)
                .forEach(village -> villages.add(village.county() + village.township() + village.name()));
    }

    /** Sheet row → codes. */
    TreeMap<Integer, Set<String>> check(List<Map<String, String>> rows) {
        var households = new LinkedHashMap<String, List<Integer>>();
        var persons = new HashMap<String, List<Integer>>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            member(row, i + 2);
            if (row.get("户编号").isEmpty()) {
                add(i + 2, "household-number-missing");
            } else {
                households.computeIfAbsent(row.get("户编号"), number -> new ArrayList<>()).add(i);
            }
            if (!refused(i + 2, "id-", "birth-")) {
                persons.computeIfAbsent(row.get("证件号码").substring(0, 18), id -> new ArrayList<>()).add(i);
            }
        }
        persons.values().stream().filter(same -> same.size() > 1)
                .forEach(same -> same.forEach(i -> add(i + 2, "id-twice-in-file")));
        households.values().forEach(own -> household(own, rows));
        return findings;
    }

    private void add(int line, String code) {
        findings.computeIfAbsent(line, row -> new TreeSet<>()).add(code);
    }

    private boolean refused(int line, String... prefixes) {
        return findings.getOrDefault(line, Set.of()).stream()
                .anyMatch(code -> List.of(prefixes).stream().anyMatch(code::startsWith));
    }

    private void member(Map<String, String> row, int line) {
        var id = row.get("证件号码");
        residentId(row, id, line);
        var valid = !refused(line, "id-", "birth-");
        if (row.get("姓名").isEmpty()) {
            add(line, "name-missing");
        }
        known(row, line, "民族", ETHNICITIES, "ethnicity-unknown");
        known(row, line, "劳动技能", LABOUR, "labour-unknown");
        known(row, line, template == Template.B ? "参加大病医疗" : "是否参加大病保险", Set.of("是", "否"), "yes-no-unknown");
        known(row, line, "危房户", Set.of("是", "否"), "yes-no-unknown");
        if (!row.get("健康状况").matches("健康|((长期慢性病|患有大病|残疾)(,(长期慢性病|患有大病))?)")) {
            add(line, "health-unknown");
        }
        relation(row, line, valid);
        school(row, line, valid);
        labour(row, line, valid);
        work(row, line);
        ofHousehold(row, line);
        var phone = row.get(template == Template.B ? "联系电话" : "人联系电话");
        if (!phone.isEmpty() && !phone.matches("1[0-9]{10}")) {
            add(line, "phone-not-11-digits");
        }
        if (template == Template.C && !row.get("人员识别时间").matches("|[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            add(line, "date-not-a-date");
        }
    }

    private void residentId(Map<String, String> row, String id, int line) {
        if (id.isEmpty()) {
            add(line, "id-missing");
        } else if (id.startsWith("=")) {
            add(line, "id-formula");
        } else if (id.contains("E")) {
            add(line, "id-scientific-notation");
        } else if (id.length() == 15) {
            add(line, "id-15-digits");
        } else if (!id.matches("[0-9]{17}[0-9X]([1-7][1-4])?")) {
            add(line, "id-length");
        } else if (Integer.parseInt(id.substring(10, 12)) > 12) {
            add(line, "id-birth-date");
        } else if (birth(id).isAfter(day)) {
            add(line, "birth-in-future");
        } else if (remainder(id) != 1) {
            add(line, "id-check-digit");
        } else if (row.get("健康状况").contains("残疾") != (id.length() == 20)) {
            add(line, "disabled-without-certificate");
        }
    }

    /** ISO 7064 MOD 11-2 over all 18 characters gives 1: the definition, not the table of check characters. */
    private static int remainder(String id) {
        var sum = 0;
        for (var i = 0; i < 18; i++) {
            sum = (sum * 2 + (id.charAt(i) == 'X' ? 10 : id.charAt(i) - '0')) % 11;
        }
        return sum;
    }

    private static LocalDate birth(String id) {
        return LocalDate.of(Integer.parseInt(id.substring(6, 10)), Integer.parseInt(id.substring(10, 12)),
                Integer.parseInt(id.substring(12, 14)));
    }

    private int age(Map<String, String> row) {
        return Period.between(birth(row.get("证件号码")), day).getYears();
    }

    private void known(Map<String, String> row, int line, String heading, Set<String> values, String code) {
        if (!values.contains(row.get(heading))) {
            add(line, code);
        }
    }

    private void relation(Map<String, String> row, int line, boolean valid) {
        var relation = row.get("与户主关系");
        if (!MEN.contains(relation) && !WOMEN.contains(relation) && !Set.of("户主", "配偶", "其他").contains(relation)) {
            add(line, "relation-unknown");
        }
        var man = valid && (row.get("证件号码").charAt(16) - '0') % 2 == 1;
        if (valid && (man ? WOMEN : MEN).contains(relation)) {
            add(line, "relation-contradicts-sex");
        }
    }

    private void school(Map<String, String> row, int line, boolean valid) {
        var education = row.get("文化程度");
        var school = row.get("在校生状况");
        if (education.isEmpty() == school.isEmpty()) {
            add(line, education.isEmpty() ? "education-and-school-empty" : "education-and-school-both");
        }
        if (!education.isEmpty() && !EDUCATION.contains(education)) {
            add(line, "education-unknown");
        }
        if (school.isEmpty() || !valid) {
            return;
        }
        var age = age(row);
        var healthy = row.get("健康状况").equals("健康");
        var fits = switch (school) {
            case "学龄前儿童" -> age <= 6 || !healthy;
            case "学前教育" -> age <= 7;
            case "小学" -> age >= 5 && age <= 14;
            case "七年级", "八年级", "九年级" -> age >= 12 && age <= 17;
            case "普通高中一年级", "普通高中二年级", "普通高中三年级", "中职一年级", "中职二年级", "中职三年级" -> age >= 15 && age <= 20;
            case "硕士研究生及以上" -> age >= 20;
            default -> school.matches("(高职高专|本科)[一二三四]年级") && age >= 18;
        };
        if (!fits) {
            add(line, school.equals("十年级") ? "school-status-unknown" : "school-contradicts-age");
        }
    }

    private void labour(Map<String, String> row, int line, boolean valid) {
        var labour = row.get("劳动技能");
        if (!valid || !LABOUR.contains(labour)) {
            return;
        }
        var age = age(row);
        var student = !row.get("在校生状况").isEmpty() && !row.get("在校生状况").equals("学龄前儿童");
        if (age < 16) {
            if (!labour.equals("无劳动力")) {
                add(line, "labour-under-16");
            }
        } else if (student) {
            if (!labour.equals("无劳动力")) {
                add(line, "student-with-labour");
            }
        } else if (age < 60 && row.get("健康状况").equals("健康") && !Set.of("普通劳动力", "技能劳动力").contains(labour)) {
            add(line, "healthy-without-labour");
        } else if (age >= 60 && Set.of("普通劳动力", "技能劳动力").contains(labour)) {
            add(line, "labour-over-60");
        }
    }

    private void work(Map<String, String> row, int line) {
        var months = row.get("务工时间（月）");
        if (!months.matches("[0-9]*(\\.0)?")) {
            add(line, "months-not-a-number");
            return;
        }
        var count = months.isEmpty() ? 0 : (int) Double.parseDouble(months);
        if (count > 12) {
            add(line, "months-out-of-range");
        }
        if (template == Template.C) {
            return;
        }
        var place = row.get("务工状况");
        if (!place.isEmpty() && !PLACES.contains(place)) {
            add(line, "work-place-unknown");
        }
        if (place.isEmpty() != (count == 0)) {
            add(line, place.isEmpty() ? "months-without-work-place" : "work-place-without-months");
        }
    }

    private void ofHousehold(Map<String, String> row, int line) {
        var village = row.get("县") + row.get("乡") + row.get("行政村");
        if (!villages.contains(village)) {
            add(line, row.get("县").equals("凭祥市") ? "village-unknown" : "village-other-county");
        }
        if (!row.get("人均纯收入").matches("[0-9]+(\\.[0-9]{1,2})?")) {
            add(line, "income-not-a-number");
        }
        if (template == Template.B) {
            known(row, line, "主要致贫原因", CAUSES, "cause-unknown");
            known(row, line, "贫困户属性", POOR_KINDS, "poor-kind-unknown");
            known(row, line, "脱贫属性", Set.of("未脱贫", "脱贫", "预脱贫", "返贫"), "exit-state-unknown");
        } else {
            known(row, line, "户类型", TYPES, "household-type-unknown");
            if (!row.get("户类型").equals("一般户")) {
                known(row, line, "致贫原因1", CAUSES, row.get("致贫原因1").isEmpty() ? "cause-missing" : "cause-unknown");
            }
        }
    }

    private void household(List<Integer> own, List<Map<String, String>> rows) {
        var heads = own.stream().filter(i -> rows.get(i).get("与户主关系").equals("户主")).toList();
        var spouses = own.stream().filter(i -> rows.get(i).get("与户主关系").equals("配偶")).toList();
        var all = template == Template.B
                ? List.of("县", "乡", "行政村", "自然村", "人数", "脱贫属性", "贫困户属性", "主要致贫原因", "危房户", "饮水安全", "饮水困难", "人均纯收入")
                : List.of("数据日期", "县", "乡", "行政村", "自然村", "人数", "致贫原因1", "危房户", "是否解决安全饮用水", "人均纯收入", "户联系电话", "首次识别时间",
                        "户类型", "易返贫致贫户(监测对象)类型", "风险是否消除", "风险识别时间", "风险消除时间");
        var differ = all.stream().anyMatch(heading -> own.stream().map(i -> rows.get(i).get(heading)).distinct().count() > 1);
        var phones = heads.stream().map(i -> rows.get(i).getOrDefault("联系电话", "")).filter(phone -> !phone.isEmpty()).distinct()
                .count();
        differ |= phones > 1; // list B: the head's is the household's
        var count = rows.get(own.getFirst()).get("人数");
        for (var i : own) {
            if (heads.size() != 1) {
                add(i + 2, heads.isEmpty() ? "no-head" : "two-heads");
            }
            if (spouses.size() > 1) {
                add(i + 2, "two-spouses");
            }
            if (differ) {
                add(i + 2, "household-values-differ");
            }
            if (Double.parseDouble(count) != own.size()) {
                add(i + 2, "count-differs");
            }
        }
        if (heads.size() == 1 && findings.containsKey(heads.getFirst() + 2)) {
            own.stream().filter(i -> !findings.containsKey(i + 2)).forEach(i -> add(i + 2, "head-refused"));
        }
    }
}
