package org.jingzhun.household.field;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jingzhun.household.codelist.CodeList;
import org.jspecify.annotations.Nullable;

import static org.jingzhun.household.field.Shape.code;
import static org.jingzhun.household.field.Shape.codes;
import static org.jingzhun.household.field.Shape.count;
import static org.jingzhun.household.field.Shape.day;
import static org.jingzhun.household.field.Shape.decimal;
import static org.jingzhun.household.field.Shape.document;
import static org.jingzhun.household.field.Shape.money;
import static org.jingzhun.household.field.Shape.phone;
import static org.jingzhun.household.field.Shape.text;
import static org.jingzhun.household.field.Shape.yesNo;

/**
 * What is known of a household and its members 【指标】: one catalogue for the national lists, the register, its history, the rules and
 * the exports. The Chinese heading is the one of the national lists; amounts are yuan, land is in mu 【亩】, housing in m², distance in km.
 *
 * <p>Where a field stands in no column ({@link Holder#NONE}), lists have it as a number, a place or a check.
 */
public enum Field {

    // @formatter:off: one field a line
    SEQUENCE("序号", "sequence", "Sequence", Holder.NONE, "", count(Integer.MAX_VALUE)),
    DATA_DATE("数据日期", "dataDate", "Date of the data", Holder.NONE, "", day()),
    DATA_YEAR("年度", "dataYear", "Year", Holder.NONE, "", count(Integer.MAX_VALUE)),
    PROVINCE("省", "province", "Province", Holder.NONE, "", text(60)),
    CITY("市", "city", "Prefecture", Holder.NONE, "", text(60)),
    COUNTY("县", "county", "County", Holder.NONE, "", text(60)),
    TOWNSHIP("乡", "township", "Township", Holder.NONE, "", text(60)),
    VILLAGE("行政村", "village", "Village", Holder.NONE, "", text(60)),
    HAMLET("自然村", "hamlet", "Hamlet", Holder.HOUSEHOLD, "hamlet", text(60)),
    HOUSEHOLD_NUMBER("户编号", "householdNumber", "Household number", Holder.NONE, "", text(32)),
    PERSON_NUMBER("人编号", "personNumber", "Person number", Holder.NONE, "", text(32)),
    HEAD_NAME("户主姓名", "headName", "Name of the head", Holder.NONE, "", text(60)),
    HEAD_RESIDENT_ID("户主证件号码", "headResidentId", "Resident ID of the head", Holder.NONE, "", document()),
    NAME("姓名", "name", "Name", Holder.PERSON, "name", text(60).required()),
    SEX("性别", "sex", "Sex", Holder.PERSON, "sex", code(CodeList.SEX).derived()),
    BIRTH_DATE("出生日期", "birthDate", "Birth date", Holder.PERSON, "birth_date", day().derived()),
    DOCUMENT_KIND("证件类型", "documentKind", "Kind of document", Holder.PERSON, "document_kind", code(CodeList.DOCUMENT_KIND).sensitive().derived()),
    RESIDENT_ID("证件号码", "residentId", "Resident ID", Holder.PERSON, "resident_id", document().required()),
    MEMBERS("人数", "members", "Members", Holder.NONE, "", count(99)),
    RELATION("与户主关系", "relation", "Relation to the head", Holder.MEMBERSHIP, "relation", code(CodeList.RELATION).required()),
    ETHNICITY("民族", "ethnicity", "Ethnicity", Holder.PERSON, "ethnicity", code(CodeList.ETHNICITY).required()),
    POLITICAL_STATUS("政治面貌", "politicalStatus", "Political status", Holder.PERSON, "political_status", code(CodeList.POLITICAL_STATUS)),
    EDUCATION("文化程度", "education", "Education", Holder.PERSON, "education", code(CodeList.EDUCATION)),
    SCHOOL_STATUS("在校生状况", "schoolStatus", "School status", Holder.PERSON, "school_status", code(CodeList.SCHOOL_STATUS)),
    DROPOUT_REASON("失学或辍学原因", "dropoutReason", "Reason for not attending school", Holder.PERSON, "dropout_reason", code(CodeList.DROPOUT_REASON).sensitive()),
    HEALTH("健康状况", "health", "Health", Holder.PERSON, "health", codes(CodeList.HEALTH).required().sensitive()),
    DISABILITY_KIND("残疾类别", "disabilityKind", "Kind of disability", Holder.PERSON, "disability_kind", code(CodeList.DISABILITY_KIND).sensitive()),
    DISABILITY_CERTIFICATE_YEAR("残疾证办证年度", "disabilityCertificateYear", "Year of the disability certificate", Holder.PERSON, "disability_certificate_year", count(9999).sensitive()),
    LABOUR("劳动技能", "labour", "Labour ability", Holder.PERSON, "labour", code(CodeList.LABOUR).required()),
    MANDARIN("是否会讲普通话", "mandarin", "Speaks Mandarin", Holder.PERSON, "mandarin", yesNo()),
    WORKING("是否已务工", "working", "Works away", Holder.PERSON, "working", yesNo()),
    WORK_PLACE("务工状况", "workPlace", "Work place", Holder.PERSON, "work_place", code(CodeList.WORK_PLACE)),
    WORK_MONTHS("务工时间（月）", "workMonths", "Months of work", Holder.PERSON, "work_months", count(12)),
    WORK_AREA("务工所在地", "workArea", "Place of work", Holder.PERSON, "work_area", text(120)),
    WORK_COUNTY("务工所在县", "workCounty", "County of work", Holder.PERSON, "work_county", text(60)),
    WORK_STARTED_ON("开始时间", "workStartedOn", "Start of work", Holder.PERSON, "work_started_on", day()),
    WORK_ENDED_ON("结束时间", "workEndedOn", "End of work", Holder.PERSON, "work_ended_on", day()),
    MONTHLY_WAGE("务工月收入", "monthlyWage", "Monthly wage", Holder.PERSON, "monthly_wage", money()),
    EMPLOYER("务工企业名称", "employer", "Employer", Holder.PERSON, "employer", text(120)),
    WORK_SECTOR("所属行业", "workSector", "Line of business", Holder.PERSON, "work_sector", text(60)),
    INDUSTRY_SECTOR("产业分类", "industrySector", "Sector", Holder.PERSON, "industry_sector", code(CodeList.INDUSTRY_SECTOR)),
    JOB_CHANNEL("就业渠道", "jobChannel", "Channel of employment", Holder.PERSON, "job_channel", code(CodeList.JOB_CHANNEL)),
    POINT_TO_POINT("是否点对点输送", "pointToPoint", "Organised transport to work", Holder.PERSON, "point_to_point", yesNo()),
    WORK_PLANNED("是否计划务工", "workPlanned", "Plans to work away", Holder.PERSON, "work_planned", yesNo()),
    WORK_SERVICE("就业服务需求", "workService", "Employment service wanted", Holder.PERSON, "work_service", text(60)),
    WORKS_ABROAD("是否国外务工", "worksAbroad", "Works abroad", Holder.PERSON, "works_abroad", yesNo()),
    PUBLIC_POST_KIND("公益性岗位类型", "publicPostKind", "Kind of public post", Holder.PERSON, "public_post_kind", code(CodeList.PUBLIC_POST_KIND)),
    PUBLIC_POST_MONTHS("公益性岗位（月数）", "publicPostMonths", "Months in a public post", Holder.PERSON, "public_post_months", count(12)),
    SERIOUS_ILLNESS_INSURANCE("参加大病医疗", "seriousIllnessInsurance", "Serious illness insurance", Holder.PERSON, "serious_illness_insurance", yesNo()),
    RESIDENT_INSURANCE("是否参加新型农村合作医疗（城乡居民基本医疗保险）", "residentInsurance", "Resident medical insurance", Holder.PERSON, "resident_insurance", yesNo()),
    EMPLOYEE_INSURANCE("是否参加城镇职工基本医疗保险", "employeeInsurance", "Employee medical insurance", Holder.PERSON, "employee_insurance", yesNo()),
    COMMERCIAL_INSURANCE("是否参加商业补充医疗保险", "commercialInsurance", "Commercial medical insurance", Holder.PERSON, "commercial_insurance", yesNo()),
    RESIDENT_PENSION("是否参加城乡居民基本养老保险", "residentPension", "Resident pension insurance", Holder.PERSON, "resident_pension", yesNo()),
    EMPLOYEE_PENSION("是否参加城镇职工基本养老保险", "employeePension", "Employee pension insurance", Holder.PERSON, "employee_pension", yesNo()),
    ALLOWANCE("是否享受低保", "allowance", "Minimum allowance", Holder.PERSON, "allowance", yesNo()),
    SPECIAL_SUPPORT("是否特困供养人员", "specialSupport", "Special support", Holder.PERSON, "special_support", yesNo()),
    ILLNESS_AID("是否接受大病医疗救助", "illnessAid", "Serious illness aid", Holder.PERSON, "illness_aid", yesNo().sensitive()),
    OTHER_HEALTH_AID("是否接受其他健康扶贫", "otherHealthAid", "Other health aid", Holder.PERSON, "other_health_aid", yesNo().sensitive()),
    PHONE("联系电话", "phone", "Phone", Holder.PERSON, "phone", phone()),
    IDENTIFIED_ON("人员识别时间", "identifiedOn", "Identified on", Holder.PERSON, "identified_on", day()),
    DIED_ON("死亡时间", "diedOn", "Died on", Holder.PERSON, "died_on", day().byCommand()),
    JOINED_ON("加入时间", "joinedOn", "Joined on", Holder.MEMBERSHIP, "joined_on", day().byCommand()),
    JOIN_REASON("加入原因", "joinReason", "Reason for joining", Holder.MEMBERSHIP, "join_reason", code(CodeList.JOIN_REASON).byCommand()),
    LEFT_ON("离开时间", "leftOn", "Left on", Holder.MEMBERSHIP, "left_on", day().byCommand()),
    LEAVE_REASON("离开原因", "leaveReason", "Reason for leaving", Holder.MEMBERSHIP, "leave_reason", code(CodeList.LEAVE_REASON).byCommand()),
    HOUSEHOLD_PHONE("户联系电话", "householdPhone", "Household phone", Holder.HOUSEHOLD, "phone", phone()),
    HOUSEHOLD_TYPE("户类型", "type", "Household type", Holder.HOUSEHOLD, "type", code(CodeList.HOUSEHOLD_TYPE)),
    IDENTIFICATION_STANDARD("识别标准", "identificationStandard", "Identification standard", Holder.HOUSEHOLD, "identification_standard", code(CodeList.IDENTIFICATION_STANDARD)),
    POOR_KIND("贫困户属性", "poorKind", "Kind of poor household", Holder.HOUSEHOLD, "poor_kind", code(CodeList.POOR_KIND)),
    EXIT_STATE("脱贫属性", "exitState", "State of exit", Holder.HOUSEHOLD, "exit_state", code(CodeList.EXIT_STATE)),
    MAIN_CAUSE("主要致贫原因", "mainCause", "Main cause of poverty", Holder.HOUSEHOLD, "main_cause", code(CodeList.CAUSE).sensitiveByValue()),
    FIRST_IDENTIFIED_ON("首次识别时间", "firstIdentifiedOn", "First identified on", Holder.HOUSEHOLD, "first_identified_on", day()),
    MILITARY_FAMILY("是否军烈属", "militaryFamily", "Family of a soldier or martyr", Holder.HOUSEHOLD, "military_family", yesNo()),
    INCOME_PER_HEAD("人均纯收入", "incomePerHead", "Net income per head", Holder.HOUSEHOLD, "income_per_head", money()),
    DANGEROUS_HOUSE("危房户", "dangerousHouse", "Dangerous house", Holder.HOUSEHOLD, "dangerous_house", yesNo()),
    HOUSING_AREA("住房面积", "housingArea", "Housing area", Holder.HOUSEHOLD, "housing_area", decimal(10000)),
    SAFE_WATER("饮水安全", "safeWater", "Safe water", Holder.HOUSEHOLD, "safe_water", yesNo()),
    WATER_DIFFICULTY("饮水困难", "waterDifficulty", "Water difficulty", Holder.HOUSEHOLD, "water_difficulty", yesNo()),
    SANITARY_TOILET("是否有卫生厕所", "sanitaryToilet", "Sanitary toilet", Holder.HOUSEHOLD, "sanitary_toilet", yesNo()),
    FUEL("主要燃料类型", "fuel", "Main fuel", Holder.HOUSEHOLD, "fuel", code(CodeList.FUEL)),
    ELECTRICITY("是否通生活用电", "electricity", "Electricity", Holder.HOUSEHOLD, "electricity", yesNo()),
    PRODUCTION_ELECTRICITY("是否通生产用电", "productionElectricity", "Electricity for production", Holder.HOUSEHOLD, "production_electricity", yesNo()),
    BROADCAST("是否通广播电视", "broadcast", "Radio and television", Holder.HOUSEHOLD, "broadcast", yesNo()),
    ROAD_KIND("入户路类型", "roadKind", "Kind of road", Holder.HOUSEHOLD, "road_kind", code(CodeList.ROAD_KIND)),
    ROAD_DISTANCE("与村主干路距离", "roadDistance", "Distance to the main road", Holder.HOUSEHOLD, "road_distance", decimal(1000)),
    CULTIVATED_AREA("耕地面积（亩）", "cultivatedArea", "Cultivated land", Holder.HOUSEHOLD, "cultivated_area", decimal(100000)),
    FOREST_AREA("林地面积（亩）", "forestArea", "Forest", Holder.HOUSEHOLD, "forest_area", decimal(100000)),
    FALLOW_AREA("退耕还林面积（亩）", "fallowArea", "Cropland returned to forest", Holder.HOUSEHOLD, "fallow_area", decimal(100000)),
    FRUIT_AREA("林果面积（亩）", "fruitArea", "Fruit land", Holder.HOUSEHOLD, "fruit_area", decimal(100000)),
    PASTURE_AREA("牧草地面积", "pastureArea", "Pasture", Holder.HOUSEHOLD, "pasture_area", decimal(100000)),
    WATER_AREA("水面面积", "waterArea", "Water surface", Holder.HOUSEHOLD, "water_area", decimal(100000)),
    COOPERATIVE("是否加入农民专业合作组织", "cooperative", "Member of a cooperative", Holder.HOUSEHOLD, "cooperative", yesNo()),
    LED_BY_ENTERPRISE("是否有龙头企业带动", "ledByEnterprise", "Led by an enterprise", Holder.HOUSEHOLD, "led_by_enterprise", yesNo()),
    LED_BY_LEADER("是否有创业致富带头人带动", "ledByLeader", "Led by an entrepreneur", Holder.HOUSEHOLD, "led_by_leader", yesNo()),
    INDUSTRY_HELP("到户产业帮扶类型", "industryHelp", "Kind of industry help", Holder.HOUSEHOLD, "industry_help", text(60)),
    MONITORED_KIND("监测对象类型", "monitoredKind", "Kind of monitored household", Holder.HOUSEHOLD, "monitored_kind", code(CodeList.MONITORED_KIND)),
    RISK_IDENTIFIED_ON("风险识别时间", "riskIdentifiedOn", "Risk identified on", Holder.HOUSEHOLD, "risk_identified_on", day()),
    RISK_1("致贫/返贫风险1", "risk1", "Risk 1", Holder.HOUSEHOLD, "risk_1", code(CodeList.RISK).sensitiveByValue()),
    RISK_2("致贫/返贫风险2", "risk2", "Risk 2", Holder.HOUSEHOLD, "risk_2", code(CodeList.RISK).sensitiveByValue()),
    RISK_3("致贫/返贫风险3", "risk3", "Risk 3", Holder.HOUSEHOLD, "risk_3", code(CodeList.RISK).sensitiveByValue()),
    RISK_4("致贫/返贫风险4", "risk4", "Risk 4", Holder.HOUSEHOLD, "risk_4", code(CodeList.RISK).sensitiveByValue()),
    RISK_5("致贫/返贫风险5", "risk5", "Risk 5", Holder.HOUSEHOLD, "risk_5", code(CodeList.RISK).sensitiveByValue()),
    RISK_ELIMINATED("风险是否消除", "riskEliminated", "Risk eliminated", Holder.HOUSEHOLD, "risk_eliminated", yesNo()),
    RISK_ELIMINATED_ON("风险消除时间", "riskEliminatedOn", "Risk eliminated on", Holder.HOUSEHOLD, "risk_eliminated_on", day()),
    ELIMINATION_WAY("风险消除方式", "eliminationWay", "Way of elimination", Holder.HOUSEHOLD, "elimination_way", code(CodeList.ELIMINATION_WAY)),
    INCOME_AFTER("风险消除后收入", "incomeAfter", "Income after elimination", Holder.HOUSEHOLD, "income_after", money()),
    GUARANTEES_AFTER("风险消除后三保障", "guaranteesAfter", "Guarantees after elimination", Holder.HOUSEHOLD, "guarantees_after", yesNo()),
    WATER_AFTER("风险消除后饮水", "waterAfter", "Safe water after elimination", Holder.HOUSEHOLD, "water_after", yesNo()),
    SELF_PAID("合规自付支出", "selfPaid", "Self-paid necessary spending", Holder.HOUSEHOLD, "self_paid", money().sensitive()),
    DEVELOPMENT_HELP("实施开发式帮扶措施情况", "developmentHelp", "Developmental help", Holder.HOUSEHOLD, "development_help", text(60)),
    INDUSTRY_MEASURE("产业帮扶", "industryMeasure", "Industry help", Holder.HOUSEHOLD, "industry_measure", yesNo()),
    JOB_MEASURE("就业帮扶", "jobMeasure", "Employment help", Holder.HOUSEHOLD, "job_measure", yesNo()),
    PUBLIC_POST_MEASURE("公益岗位帮扶", "publicPostMeasure", "Public post", Holder.HOUSEHOLD, "public_post_measure", yesNo()),
    FINANCE_MEASURE("金融帮扶", "financeMeasure", "Financial help", Holder.HOUSEHOLD, "finance_measure", yesNo()),
    HOUSING_MEASURE("住房安全保障", "housingMeasure", "Housing guarantee", Holder.HOUSEHOLD, "housing_measure", yesNo()),
    WATER_MEASURE("饮水安全保障", "waterMeasure", "Water guarantee", Holder.HOUSEHOLD, "water_measure", yesNo()),
    HEALTH_MEASURE("健康帮扶", "healthMeasure", "Health help", Holder.HOUSEHOLD, "health_measure", yesNo().sensitive()),
    EDUCATION_MEASURE("教育帮扶", "educationMeasure", "Education help", Holder.HOUSEHOLD, "education_measure", yesNo()),
    COMPULSORY_MEASURE("义务教育保障", "compulsoryMeasure", "Compulsory education guarantee", Holder.HOUSEHOLD, "compulsory_measure", yesNo()),
    SECURITY_MEASURE("综合保障", "securityMeasure", "Comprehensive security", Holder.HOUSEHOLD, "security_measure", yesNo()),
    SOCIAL_MEASURE("社会帮扶", "socialMeasure", "Social help", Holder.HOUSEHOLD, "social_measure", yesNo()),
    INFRASTRUCTURE_MEASURE("基础设施建设", "infrastructureMeasure", "Infrastructure", Holder.HOUSEHOLD, "infrastructure_measure", yesNo()),
    LIVING_MEASURE("生产生活条件改善", "livingMeasure", "Better living conditions", Holder.HOUSEHOLD, "living_measure", yesNo()),
    RELOCATION_MEASURE("搬迁", "relocationMeasure", "Relocation", Holder.HOUSEHOLD, "relocation_measure", yesNo()),
    COLLECTOR("信息采集人", "collector", "Collector", Holder.HOUSEHOLD, "collector", text(60)),
    COLLECTOR_PHONE("信息采集人联系电话", "collectorPhone", "Phone of the collector", Holder.HOUSEHOLD, "collector_phone", text(20)),
    NO_LABOUR_SECURITY("整户无劳动力兜底保障户", "noLabourSecurity", "Secured household without labour", Holder.HOUSEHOLD, "no_labour_security", yesNo()),
    REMOVED_ON("退出时间", "removedOn", "Removed on", Holder.HOUSEHOLD, "removed_on", day().byCommand()),
    REMOVAL_REASON("退出原因", "removalReason", "Reason for removal", Holder.HOUSEHOLD, "removal_reason", code(CodeList.REMOVAL_REASON).byCommand()),
    YEAR_MEMBERS("年度家庭人口数", "yearMembers", "Members of the year", Holder.HOUSEHOLD_YEAR, "year_members", count(99)),
    WAGE_INCOME("工资性收入", "wageIncome", "Wage income", Holder.HOUSEHOLD_YEAR, "wage_income", money()),
    PUBLIC_POST_WAGE("公益性岗位收入", "publicPostWage", "Wage of public posts", Holder.HOUSEHOLD_YEAR, "public_post_wage", money()),
    OTHER_WAGE("其他工资性收入", "otherWage", "Other wages", Holder.HOUSEHOLD_YEAR, "other_wage", money()),
    EMPLOYMENT_REWARD("就业奖励", "employmentReward", "Employment reward", Holder.HOUSEHOLD_YEAR, "employment_reward", money()),
    BUSINESS_INCOME("生产经营性收入", "businessIncome", "Business income", Holder.HOUSEHOLD_YEAR, "business_income", money()),
    INDUSTRY_REWARD("产业奖励", "industryReward", "Industry reward", Holder.HOUSEHOLD_YEAR, "industry_reward", money()),
    PRODUCTION_COST("生产经营性支出", "productionCost", "Production cost", Holder.HOUSEHOLD_YEAR, "production_cost", money()),
    PRODUCTION_COST_TOTAL("生产经营性支出（合计）", "productionCostTotal", "Production cost in all", Holder.HOUSEHOLD_YEAR, "production_cost_total", money()),
    COST_SUBSIDY("专项用于减少生产经营性支出的补贴", "costSubsidy", "Subsidy that reduces cost", Holder.HOUSEHOLD_YEAR, "cost_subsidy", money()),
    PROPERTY_INCOME("财产性收入", "propertyIncome", "Property income", Holder.HOUSEHOLD_YEAR, "property_income", money()),
    ASSET_DIVIDEND("资产收益扶贫分红收入", "assetDividend", "Dividend of asset schemes", Holder.HOUSEHOLD_YEAR, "asset_dividend", money()),
    OTHER_PROPERTY("其他财产性收入（旧指标）", "otherProperty", "Other property income", Holder.HOUSEHOLD_YEAR, "other_property", money()),
    TRANSFER_INCOME("转移性收入", "transferIncome", "Transfer income", Holder.HOUSEHOLD_YEAR, "transfer_income", money()),
    FAMILY_PLANNING("计划生育金", "familyPlanning", "Family-planning money", Holder.HOUSEHOLD_YEAR, "family_planning", money()),
    ALLOWANCE_MONEY("最低生活保障金", "allowanceMoney", "Allowance money", Holder.HOUSEHOLD_YEAR, "allowance_money", money()),
    SPECIAL_SUPPORT_MONEY("特困人员救助供养金", "specialSupportMoney", "Special support money", Holder.HOUSEHOLD_YEAR, "special_support_money", money()),
    PENSION("养老金或离退休金", "pension", "Pension", Holder.HOUSEHOLD_YEAR, "pension", money()),
    ECOLOGY_MONEY("生态补偿金", "ecologyMoney", "Ecology compensation", Holder.HOUSEHOLD_YEAR, "ecology_money", money()),
    OTHER_TRANSFER("其他转移性收入", "otherTransfer", "Other transfers", Holder.HOUSEHOLD_YEAR, "other_transfer", money()),
    YEAR_INCOME("年收入（元）", "yearIncome", "Income of the year", Holder.HOUSEHOLD_YEAR, "year_income", money()),
    NET_INCOME("纯收入（元）", "netIncome", "Net income", Holder.HOUSEHOLD_YEAR, "net_income", money());
    // @formatter:on

    private static final Map<Holder, Set<Field>> BY_HOLDER = byHolder();

    private final String heading;
    private final String key;
    private final String label;
    private final Holder holder;
    private final String column;
    @SuppressWarnings("ImmutableEnumChecker") // a record of enums and numbers
    private final Shape shape;

    Field(String heading, String key, String label, Holder holder, String column, Shape shape) {
        this.heading = heading;
        this.key = key;
        this.label = label;
        this.holder = holder;
        this.column = column;
        this.shape = shape;
    }

    /** The field of a name in the API. */
    public static Optional<Field> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    /** All fields of a table of the register, in the order of the catalogue. */
    public static Set<Field> of(Holder holder) {
        return BY_HOLDER.getOrDefault(holder, Set.of());
    }

    /** Its heading in the national lists. */
    public String heading() {
        return heading;
    }

    /** Its name in the API. */
    public String key() {
        return key;
    }

    /** Its name in English. */
    public String label() {
        return label;
    }

    /** The table that has it. */
    public Holder holder() {
        return holder;
    }

    /** The column that has it; without meaning where no table does. */
    public String column() {
        return column;
    }

    /** What kind of values it has. */
    public Shape.Kind kind() {
        return shape.kind();
    }

    /** The list that its codes are of; null where it is not coded. */
    public @Nullable CodeList codeList() {
        return shape.list();
    }

    /** The longest text, the highest count or amount. */
    public int most() {
        return shape.most();
    }

    /** Whether it may not be empty. */
    public boolean isRequired() {
        return shape.isRequired();
    }

    /** Whether only who may read what is sensitive sees it: it tells of health. */
    public boolean isSensitive() {
        return shape.isSensitive();
    }

    /** Whether some of its codes tell of health, as a cause of poverty can. */
    public boolean isSensitiveByValue() {
        return shape.isSensitiveByValue();
    }

    /** Whether it follows from another field, as sex and birth date follow from the resident ID. */
    public boolean isDerived() {
        return shape.isDerived();
    }

    /** Whether only a command of its own sets it, as a removal sets its day; no correction and no list does. */
    public boolean isByCommand() {
        return shape.isByCommand();
    }

    /** Whether it is stored as a cipher with a digest beside it. */
    public boolean isEncrypted() {
        return kind() == Shape.Kind.PHONE || kind() == Shape.Kind.DOCUMENT;
    }

    /** Whether a correction may change it. */
    public boolean isCorrectable() {
        return holder != Holder.NONE && !isDerived() && !isByCommand();
    }

    /** What it is encrypted for, such as {@code person.phone}. */
    public String cipherColumn() {
        return holder.table() + "." + column;
    }

    private static Map<Holder, Set<Field>> byHolder() {
        var fields = new EnumMap<Holder, Set<Field>>(Holder.class);
        for (var field : values()) {
            fields.computeIfAbsent(field.holder, it -> EnumSet.noneOf(Field.class)).add(field);
        }
        fields.replaceAll((holder, its) -> Collections.unmodifiableSet(its));
        return fields;
    }

}
