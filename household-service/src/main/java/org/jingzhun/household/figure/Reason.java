package org.jingzhun.household.figure;

/** Why somebody came into the stock of the poor or left it 【增减原因】. */
public enum Reason {
    /** Newly identified 【新识别】. */
    NEW,
    /** Poor again 【返贫】. */
    RETURNED,
    /** Out of poverty 【脱贫】. */
    EXIT,
    /** Birth, marriage, adoption, or home again 【自然增加】. */
    NATURAL_INCREASE,
    /** Death, marriage, or away 【自然减少】. */
    NATURAL_DECREASE,
    /** From another village or household 【转入】. */
    MOVED_IN,
    /** To another village or household 【转出】. */
    MOVED_OUT,
    /** Was never poor 【识别不准】. */
    REMOVED,
    /** Entered twice, forgotten, or an exit taken back 【更正】. */
    CORRECTED,
    /** Whatever the register does not tell more of, so that nothing is lost 【其他】. */
    OTHER
}
