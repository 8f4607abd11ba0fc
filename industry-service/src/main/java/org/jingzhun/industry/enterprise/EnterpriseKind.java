package org.jingzhun.industry.enterprise;

/** What an enterprise is: one that was recognised for taking households along 扶贫企业, a leading one 龙头企业, or a cooperative 合作社. */
enum EnterpriseKind {
    POVERTY_ALLEVIATION, LEADING, COOPERATIVE
}
