package org.jingzhun.relocation.settlement;

/** What a settlement has for those who live there 【配套设施】: school, kindergarten, clinic, bus, shop, market, committee, place to work. */
enum Facility {
    SCHOOL, KINDERGARTEN, CLINIC, BUS, SHOP, MARKET, COMMITTEE, WORKSHOP
}
