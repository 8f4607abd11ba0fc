package org.jingzhun.industry.enterprise;

/** Which level of government recognised an enterprise 【国家级、省级、市级、县级】. */
enum EnterpriseLevel {
    NATIONAL, PROVINCE, CITY, COUNTY
}
