package org.jingzhun.relocation.settlement;

/**
 * Where a settlement was built 【安置方式】: in the old village 行政村内, as a new village 移民新村, in a town 小城镇, in an industrial park 园区, in a tourism area
 * 乡村旅游区, on the border line 边境一线, or at a trade point of border residents 边贸互市点.
 */
enum SettlementKind {
    VILLAGE, NEW_VILLAGE, TOWN, INDUSTRIAL_PARK, TOURISM_AREA, BORDER_LINE, TRADE_POINT
}
