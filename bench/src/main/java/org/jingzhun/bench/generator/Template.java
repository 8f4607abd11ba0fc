package org.jingzhun.bench.generator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A national list by its headings, in their order. */
enum Template {

    /** 26 columns, 2017–2019. Its one 联系电话 is the person's own; the head's is the household's too. */
    B(2019, """
            COUNTY 县
            TOWNSHIP 乡
            VILLAGE 行政村
            HAMLET 自然村
            HOUSEHOLD_NUMBER 户编号
            PERSON_NUMBER 人编号
            NAME 姓名
            RESIDENT_ID 证件号码
            SIZE 人数
            RELATION 与户主关系
            ETHNICITY 民族
            EDUCATION 文化程度
            SCHOOL 在校生状况
            HEALTH 健康状况
            LABOUR 劳动技能
            WORK_PLACE 务工状况
            WORK_MONTHS 务工时间（月）
            ILLNESS_INSURANCE 参加大病医疗
            EXIT_STATE 脱贫属性
            POOR_KIND 贫困户属性
            CAUSE 主要致贫原因
            DANGEROUS_HOUSE 危房户
            SAFE_WATER 饮水安全
            WATER_DIFFICULTY 饮水困难
            INCOME 人均纯收入
            PHONE 联系电话
            """),

    /** 32 columns, 2022. */
    C(2022, """
            SERIAL 序号
            DATA_DATE 数据日期
            COUNTY 县
            TOWNSHIP 乡
            VILLAGE 行政村
            HAMLET 自然村
            HOUSEHOLD_NUMBER 户编号
            PERSON_NUMBER 人编号
            NAME 姓名
            RESIDENT_ID 证件号码
            SIZE 人数
            RELATION 与户主关系
            ETHNICITY 民族
            EDUCATION 文化程度
            SCHOOL 在校生状况
            HEALTH 健康状况
            LABOUR 劳动技能
            WORK_MONTHS 务工时间（月）
            ILLNESS_INSURANCE 是否参加大病保险
            CAUSE 致贫原因1
            DANGEROUS_HOUSE 危房户
            SAFE_WATER 是否解决安全饮用水
            INCOME 人均纯收入
            HOUSEHOLD_PHONE 户联系电话
            PHONE 人联系电话
            FIRST_IDENTIFIED 首次识别时间
            PERSON_IDENTIFIED 人员识别时间
            HOUSEHOLD_TYPE 户类型
            MONITORED_KIND 易返贫致贫户(监测对象)类型
            RISK_ELIMINATED 风险是否消除
            RISK_IDENTIFIED 风险识别时间
            RISK_ELIMINATED_ON 风险消除时间
            """);

    final int usualYear;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after the constructor
    private final Map<Column, Integer> places = new LinkedHashMap<>();
    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> headings;

    Template(int usualYear, String columns) {
        this.usualYear = usualYear;
        headings = columns.lines().map(line -> line.split(" ", 2)).map(words -> {
            places.put(Column.valueOf(words[0]), places.size());
            return words[1];
        }).toList();
    }

    List<String> headings() {
        return headings;
    }

    int width() {
        return headings.size();
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    String heading(Column column) {
        return headings.get(Objects.requireNonNull(places.get(column), column::name));
    }

    @Nullable
    Integer place(Column column) {
        return places.get(column);
    }
}
