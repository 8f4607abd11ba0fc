package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the register that look at more than lists B and C, written a second time and read from the lists alone: members (list D)
 * with their work (work-month sheet), their household (list A) and its monitoring (list E).
 */
final class ListRules {

    private final int year;
    private final Map<String, Map<String, String>> households = new HashMap<>();
    private final Map<String, Map<String, String>> monitored = new HashMap<>();
    private final Map<String, Map<String, String>> work = new HashMap<>();
    private final Map<String, List<Map<String, String>>> members = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    ListRules(int year, List<Map<String, String>> a, List<Map<String, String>> d, List<Map<String, String>> e,
            List<Map<String, String>> months) {
        this.year = year;
        a.forEach(row -> households.put(row.get("户编号"), row));
        e.forEach(row -> monitored.put(row.get("户编号"), row));
        months.forEach(row -> work.put(row.get("人编号"), row));
        d.forEach(row -> members.computeIfAbsent(row.get("户编号"), number -> new ArrayList<>()).add(row));
    }

    List<String> check() {
        unless(households.keySet().equals(members.keySet()), "lists A and D tell of different households", "");
        var phones = new HashMap<String, String>();
        var namesakes = new HashSet<String>();
        members.forEach((number, rows) -> {
            rows.stream().filter(row -> row.get("人口编号").length() == 16).forEach(row -> unless(
                    namesakes.add(row.get("乡") + row.get("村") + row.get("姓名") + row.get("出生日期")), "namesakes", row.get("人口编号")));
            rows.forEach(row -> member(row, households.get(number)));
            rows.stream().map(row -> row.get("成员联系电话")).filter(phone -> !phone.isEmpty()).forEach(phone -> {
                var other = phones.put(phone, number);
                unless(other == null, "one phone, two persons", number);
            });
            household(number, rows, households.get(number));
        });
        monitored.forEach((number, row) -> monitoring(number, row, members.get(number), households.get(number)));
        return findings;
    }

    private void unless(boolean kept, String rule, String where) {
        if (!kept) {
            findings.add(rule + " " + where);
        }
    }

    private void member(Map<String, String> row, Map<String, String> household) {
        var who = row.get("人口编号");
        var document = row.get("证件号码");
        var birth = LocalDate.parse(row.get("出生日期"));
        var age = Period.between(birth, LocalDate.of(year, 12, 31)).getYears();
        var disabled = row.get("健康状况").contains("残疾");
        var student = !row.get("在校生状况").isEmpty();
        var able = Set.of("普通劳动力", "技能劳动力").contains(row.get("劳动技能"));
        unless(document.substring(6, 14).equals(row.get("出生日期").replace("-", "")), "birth date", who);
        unless(row.get("性别").equals((document.charAt(16) - '0') % 2 == 1 ? "男" : "女"), "sex", who);
        unless(row.get("证件类型").equals(disabled ? "残疾人证" : "居民身份证") && document.length() == (disabled ? 20 : 18), "document kind",
                who);
        unless(disabled == !row.get("残疾类别").isEmpty() && disabled == !row.get("残疾证办证年度").isEmpty(), "disability", who);
        unless(!disabled || Integer.parseInt(row.get("残疾证办证年度")) <= year, "certificate from the future", who);
        unless(!document.matches(".{18}4[12]") || !row.get("劳动技能").equals("普通劳动力"), "4_01_007", who);
        unless(row.get("是否参加新型农村合作医疗（城乡居民基本医疗保险）").equals("是") != row.get("是否参加城镇职工基本医疗保险").equals("是"), "2_01_008", who);
        unless(row.get("是否参加大病保险").equals("是"), "2_01_016", who);
        unless(age < 6 || age > 16 || student || !row.get("失学或辍学原因").isEmpty(), "1_02_005", who);
        unless(age < 16 || age > 22 || student || !Set.of("文盲或半文盲", "小学").contains(row.get("文化程度")), "5_17_007", who);
        unless(!row.get("是否享受低保").equals("是") || !row.get("是否特困供养人员").equals("是"), "allowance and special support", who);
        unless(!row.get("是否特困供养人员").equals("是") || age >= 60, "5_15_018", who);
        var months = row.get("务工时间（月）").isEmpty() ? 0 : (int) Double.parseDouble(row.get("务工时间（月）"));
        unless((months > 0) == !row.get("务工所在地").isEmpty() && (months > 0) == !row.get("就业渠道").isEmpty(), "5_01_007", who);
        unless(months == 0 || able, "2_01_015", who);
        unless(months == 0 || row.get("成员联系电话").matches("1[3-9][0-9]{9}"), "2_01_013", who);
        unless(months > 0 || (!row.get("劳动技能").equals("技能劳动力")
                && (age >= 60 || student || !Set.of("大专", "本科及以上").contains(row.get("文化程度")))), "5_20_028", who);
        unless(able == work.containsKey(who), "work sheet", who);
        if (months > 0 && work.containsKey(who)) {
            work(who, work.get(who), months, birth);
        }
        unless(row.get("户主姓名").equals(household.get("户主姓名")) && row.get("户主证件号码").equals(household.get("户主证件号码")), "head", who);
        unless(row.get("公益性岗位类型").isEmpty() == row.get("公益性岗位(月数)").isEmpty(), "public post", who);
    }

    private void work(String who, Map<String, String> row, int months, LocalDate birth) {
        if (row.get("结束时间").isEmpty()) {
            findings.add("months " + who);
            return;
        }
        var from = LocalDate.parse(row.get("开始时间"));
        var to = LocalDate.parse(row.get("结束时间"));
        unless(row.get("是否已务工").equals("是"), "works and does not", who);
        unless(from.getYear() == year && to.getYear() == year && Period.between(from, to.plusDays(1)).toTotalMonths() == months,
                "months",
                who);
        unless(!from.isBefore(birth.plusYears(16)), "5_16_010", who);
        var wage = Double.parseDouble(row.get("务工月收入"));
        unless(wage >= 400 && wage <= 30_000, "5_16_001", who);
        unless(!row.get("务工企业名称").isEmpty() && !row.get("所属行业").isEmpty() && !row.get("是否点对点输送").isEmpty()
                && !row.get("务工所在县").isEmpty(), "5_01_007", who);
    }

    private void household(String number, List<Map<String, String>> rows, Map<String, String> row) {
        unless(amount(row, "当前家庭人口数") == rows.size() && amount(row, "年度家庭人口数") == rows.size(), "members", number);
        unless(amount(row, "工资性收入") == sum(row, "公益性岗位收入", "其他工资性收入", "就业奖励"), "wage", number);
        unless(amount(row, "财产性收入") == sum(row, "资产收益扶贫分红收入", "其他财产性收入（旧指标）"), "property", number);
        unless(amount(row, "转移性收入") == sum(row, "计划生育金", "最低生活保障金", "特困人员救助供养金", "养老金或离退休金", "生态补偿金", "其他转移性收入"), "transfer",
                number);
        unless(amount(row, "生产经营性支出") == amount(row, "生产经营性支出（合计）") - amount(row, "专项用于减少生产经营性支出的补贴"), "cost", number);
        unless(amount(row, "年收入（元）") == sum(row, "工资性收入", "生产经营性收入", "财产性收入", "转移性收入"), "income", number);
        unless(amount(row, "纯收入（元）") == amount(row, "年收入（元）") - amount(row, "生产经营性支出"), "net", number);
        unless(Math.abs(amount(row, "人均纯收入（元）") - amount(row, "纯收入（元）") / rows.size()) <= 0.005001, "per head", number);
        unless(amount(row, "产业奖励") <= amount(row, "生产经营性收入"), "industry reward", number);
        var watched = !row.get("监测对象类别").isEmpty();
        unless(watched == monitored.containsKey(number), "monitored", number);
        unless(amount(row, "人均纯收入（元）") >= (watched ? 4_000 : 7_300 * Math.pow(1.05, year - 2023)), "1_02_006", number);
        unless(watched || row.get("是否危房户").equals("否"), "1_02_001", number);
        unless(watched || row.get("是否解决安全饮用水").equals("是"), "1_02_002", number);
        unless(row.get("户联系电话").matches("1[3-9][0-9]{9}"), "household phone", number);
        for (var land : List.of("耕地面积（亩）", "牧草地面积", "水面面积")) {
            unless(amount(row, land) >= 0 && amount(row, land) <= 100, "5_14_001", number);
        }
        for (var land : List.of("林地面积（亩）", "退耕还林面积（亩）", "林果面积（亩）")) {
            unless(amount(row, land) >= 0 && amount(row, land) <= 200, "5_14_002", number);
        }
        unless(amount(row, "与村主干路距离") <= 5 && amount(row, "住房面积") > 0, "5_14_007", number);
        var allowance = rows.stream().anyMatch(member -> member.get("是否享受低保").equals("是"));
        var support = rows.stream().anyMatch(member -> member.get("是否特困供养人员").equals("是"));
        unless(allowance == amount(row, "最低生活保障金") > 0 && support == amount(row, "特困人员救助供养金") > 0, "allowance money", number);
        unless(allowance || support || rows.stream().anyMatch(ListRules::able), "5_19_003", number);
        unless(rows.stream().filter(member -> member.get("与户主关系").equals("户主")).count() == 1, "heads", number);
        var spouses = rows.stream().filter(member -> member.get("与户主关系").matches("户主|配偶")).map(member -> member.get("性别"))
                .toList();
        unless(spouses.size() <= 2 && new HashSet<>(spouses).size() == spouses.size(), "spouses", number);
    }

    private void monitoring(String number, Map<String, String> row, List<Map<String, String>> members,
            Map<String, String> household) {
        var able = members.stream().filter(ListRules::able).count();
        var measures = List.of("产业帮扶", "就业帮扶", "公益岗位帮扶", "金融帮扶", "健康帮扶", "教育帮扶", "综合保障", "社会帮扶");
        var ill = members.stream().anyMatch(member -> member.get("健康状况").matches(".*(慢性病|大病).*"));
        var disabled = members.stream().anyMatch(member -> member.get("健康状况").contains("残疾"));
        var risks = new HashSet<String>();
        for (var which = 1; which <= 5; which++) {
            risks.add(row.get("致贫/返贫风险" + which));
        }
        unless(!row.get("致贫/返贫风险1").isEmpty(), "1_11_001", number);
        unless(measures.stream().anyMatch(measure -> row.get(measure).equals("是")), "1_11_010", number);
        unless(!risks.contains("因病") || (ill && row.get("健康帮扶").equals("是") && amount(row, "合规自付支出") > 0), "5_15_015", number);
        unless(!risks.contains("因残") || (disabled && (row.get("综合保障").equals("是") || row.get("社会帮扶").equals("是"))), "2_11_001",
                number);
        unless(!risks.contains("因学") || row.get("教育帮扶").equals("是"), "5_18_002", number);
        unless(!risks.contains("因缺劳动力") || able * 4 <= members.size(), "5_18_008", number);
        unless(!risks.contains("因务工就业不稳") || members.stream().anyMatch(member -> !member.get("务工所在地").isEmpty()), "5_15_013",
                number);
        unless(able == 0 || row.get("产业帮扶").equals("是") || row.get("就业帮扶").equals("是"), "5_12_007", number);
        unless((able == 0) == row.get("整户无劳动力兜底保障户").equals("是"), "5_11_033", number);
        var cared = members.stream().anyMatch(member -> member.get("是否享受低保").equals("是") || member.get("是否特困供养人员").equals("是"));
        unless(cared == row.get("综合保障").equals("是"), "4_11_015", number);
        unless(members.stream().noneMatch(member -> member.get("证件号码").matches(".{19}[12]")) || row.get("综合保障").equals("是"),
                "5_16_008",
                number);
        unless(amount(household, "人均纯收入（元）") <= 20_000, "1111_18", number);
        unless(!row.get("信息采集人").isEmpty() && row.get("信息采集人联系电话").matches("1[3-9][0-9]{9}"), "1_11_011", number);
        unless(row.get("识别监测时间").compareTo(year + "-12-31") <= 0, "identified later", number);
        unless(row.get("公益岗位帮扶").equals("否") || members.stream().anyMatch(member -> !member.get("公益性岗位类型").isEmpty()),
                "public post measure", number);
        var over = row.get("风险是否已消除").equals("是");
        unless(over == !row.get("消除监测时间").isEmpty() && over == !row.get("风险消除方式").isEmpty()
                && over == !row.get("风险消除后收入").isEmpty(),
                "1_11_004", number);
        unless(!over || !LocalDate.parse(row.get("识别监测时间")).plusMonths(6).isAfter(LocalDate.parse(row.get("消除监测时间"))), "2_11_002",
                number);
    }

    private static boolean able(Map<String, String> member) {
        return Set.of("普通劳动力", "技能劳动力").contains(member.get("劳动技能"));
    }

    private static double amount(Map<String, String> row, String heading) {
        return row.get(heading).isEmpty() ? 0 : Double.parseDouble(row.get(heading));
    }

    private static double sum(Map<String, String> row, String... headings) {
        var sum = 0.0;
        for (var heading : headings) {
            sum += amount(row, heading);
        }
        return sum;
    }
}
