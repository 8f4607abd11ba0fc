package org.jingzhun.finance.fundsource;

/**
 * The five kinds of money that are put together 【五类资金整合】: special poverty funds 专项扶贫资金, agriculture-related funds 涉农资金, funds of the cooperation of
 * Guangdong and Guangxi 粤桂协作资金, micro-credit 扶贫小额信贷, development funds of village collectives 村集体发展资金.
 */
enum FundKind {
    SPECIAL(Budget.ALWAYS), AGRICULTURE_RELATED(Budget.ALWAYS), GUANGDONG_GUANGXI(Budget.PERHAPS), MICRO_CREDIT(
            Budget.NEVER), VILLAGE_COLLECTIVE(Budget.NEVER);

    private final Budget budget;

    FundKind(Budget budget) {
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    /** Whether money of a kind stands in a budget, with level, subject and document. */
    enum Budget {
        ALWAYS, PERHAPS, NEVER
    }
}
