package org.jingzhun.household.field;

/** The tables of the register that hold fields; each has a history beside it. */
public enum Holder {

    /** A household 【户】. */
    HOUSEHOLD("household"),

    /** A person 【人】. */
    PERSON("person"),

    /** That a person lives in a household 【家庭成员】. */
    MEMBERSHIP("membership"),

    /** What a household reported for a year 【年度数据】: its population and its income by item. */
    HOUSEHOLD_YEAR("household_year"),

    /** No table: numbers, places, and what is only there to be compared. */
    NONE("");

    private final String table;

    Holder(String table) {
        this.table = table;
    }

    /** The table of what holds today. */
    public String table() {
        return table;
    }

    /** The table of what held before, or was believed before. */
    public String history() {
        return table + "_history";
    }
}
