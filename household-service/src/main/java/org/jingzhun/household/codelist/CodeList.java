package org.jingzhun.household.codelist;

/** The code lists that the register itself looks into; the data know more. */
public enum CodeList {
    YES_NO("yes-no"), SEX("sex"), DOCUMENT_KIND("document-kind"), ETHNICITY("ethnicity"), EDUCATION("education"), SCHOOL_STATUS(
            "school-status"), HEALTH("health"), LABOUR("labour"), RELATION("relation"), WORK_PLACE("work-place"), EXIT_STATE(
                    "exit-state"), POOR_KIND("poor-kind"), HOUSEHOLD_TYPE("household-type"), MONITORED_KIND(
                            "monitored-kind"), CAUSE(
                                    "cause"), OTHER_CAUSE("other-cause"), SENSITIVE_CAUSE("sensitive-cause"), RISK("risk");

    private final String id;

    CodeList(String id) {
        this.id = id;
    }

    /** The name of the list in the data and in addresses. */
    public String id() {
        return id;
    }
}
