package org.jingzhun.household.codelist;

/** The code lists that the register itself looks into; the data know more. */
public enum CodeList {

    // @formatter:off: one list a line
    YES_NO("yes-no"),
    SEX("sex"),
    DOCUMENT_KIND("document-kind"),
    ETHNICITY("ethnicity"),
    EDUCATION("education"),
    SCHOOL_STATUS("school-status"),
    HEALTH("health"),
    LABOUR("labour"),
    RELATION("relation"),
    WORK_PLACE("work-place"),
    EXIT_STATE("exit-state"),
    POOR_KIND("poor-kind"),
    HOUSEHOLD_TYPE("household-type"),
    MONITORED_KIND("monitored-kind"),
    CAUSE("cause"),
    OTHER_CAUSE("other-cause"),
    SENSITIVE_CAUSE("sensitive-cause"),
    RISK("risk"),
    POLITICAL_STATUS("political-status"),
    IDENTIFICATION_STANDARD("identification-standard"),
    ROAD_KIND("road-kind"),
    FUEL("fuel"),
    INDUSTRY_SECTOR("industry-sector"),
    JOB_CHANNEL("job-channel"),
    PUBLIC_POST_KIND("public-post-kind"),
    DROPOUT_REASON("dropout-reason"),
    DISABILITY_KIND("disability-kind"),
    ELIMINATION_WAY("elimination-way"),
    JOIN_REASON("join-reason"),
    LEAVE_REASON("leave-reason"),
    REMOVAL_REASON("removal-reason");
    // @formatter:on

    private final String id;

    CodeList(String id) {
        this.id = id;
    }

    /** The name of the list in the data and in addresses. */
    public String id() {
        return id;
    }
}
