package org.jingzhun.finance.fundsource;

/** Whose budget the money comes from 【中央、省级、市级、县级】. */
enum FundLevel {
    CENTRAL, PROVINCE, CITY, COUNTY
}
