package org.jingzhun.household.rules;

/** What the lists tell of a household and its members; the Chinese heading is the one of the national lists. */
public enum Field {
    // @formatter:off: one value a line
    SEQUENCE("序号", "sequence"),
    DATA_DATE("数据日期", "dataDate"),
    COUNTY("县", "county"),
    TOWNSHIP("乡", "township"),
    VILLAGE("行政村", "village"),
    HAMLET("自然村", "hamlet"),
    HOUSEHOLD_NUMBER("户编号", "householdNumber"),
    PERSON_NUMBER("人编号", "personNumber"),
    NAME("姓名", "name"),
    RESIDENT_ID("证件号码", "residentId"),
    MEMBERS("人数", "members"),
    RELATION("与户主关系", "relation"),
    ETHNICITY("民族", "ethnicity"),
    EDUCATION("文化程度", "education"),
    SCHOOL_STATUS("在校生状况", "schoolStatus"),
    HEALTH("健康状况", "health"),
    LABOUR("劳动技能", "labour"),
    WORK_PLACE("务工状况", "workPlace"),
    WORK_MONTHS("务工时间（月）", "workMonths"),
    SERIOUS_ILLNESS_INSURANCE("参加大病医疗", "seriousIllnessInsurance"),
    EXIT_STATE("脱贫属性", "exitState"),
    POOR_KIND("贫困户属性", "poorKind"),
    MAIN_CAUSE("主要致贫原因", "mainCause"),
    DANGEROUS_HOUSE("危房户", "dangerousHouse"),
    SAFE_WATER("饮水安全", "safeWater"),
    WATER_DIFFICULTY("饮水困难", "waterDifficulty"),
    INCOME_PER_HEAD("人均纯收入", "incomePerHead"),
    PHONE("联系电话", "phone"),
    HOUSEHOLD_PHONE("户联系电话", "householdPhone"),
    FIRST_IDENTIFIED_ON("首次识别时间", "firstIdentifiedOn"),
    IDENTIFIED_ON("人员识别时间", "identifiedOn"),
    HOUSEHOLD_TYPE("户类型", "type"),
    MONITORED_KIND("监测对象类型", "monitoredKind"),
    RISK_ELIMINATED("风险是否消除", "riskEliminated"),
    RISK_IDENTIFIED_ON("风险识别时间", "riskIdentifiedOn"),
    RISK_ELIMINATED_ON("风险消除时间", "riskEliminatedOn");
    // @formatter:on

    private final String heading;
    private final String key;

    Field(String heading, String key) {
        this.heading = heading;
        this.key = key;
    }

    /** Its heading in the national lists. */
    public String heading() {
        return heading;
    }

    /** Its name in the API. */
    public String key() {
        return key;
    }
}
