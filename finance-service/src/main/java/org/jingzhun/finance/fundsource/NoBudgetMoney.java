package org.jingzhun.finance.fundsource;

/** A level or a budget subject was entered for money that stands in no budget. */
class NoBudgetMoney extends RuntimeException {

    NoBudgetMoney() {
        super("This kind of money stands in no budget.", null, false, false);
    }
}
