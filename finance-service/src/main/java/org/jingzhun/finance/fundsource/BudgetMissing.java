package org.jingzhun.finance.fundsource;

/** Money of a budget was entered without level, budget subject or document. */
class BudgetMissing extends RuntimeException {

    BudgetMissing() {
        super("Money of a budget has a level, a budget subject and a document.", null, false, false);
    }
}
