package org.jingzhun.household.division;

/** The five levels of administration. */
public enum Level {
    PROVINCE, CITY, COUNTY, TOWNSHIP, VILLAGE
}
