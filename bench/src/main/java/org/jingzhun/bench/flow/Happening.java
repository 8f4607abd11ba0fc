package org.jingzhun.bench.flow;

import java.time.LocalDate;

/**
 * Something that happens to a household or to one of its members.
 *
 * @param recordedOn when the register learns of it
 * @param member which one, or -1 for the whole household
 * @param village where the household lies from then on
 */
public record Happening(Kind kind, LocalDate on, LocalDate recordedOn, int member, String village) {

    /** What happens. */
    public enum Kind {
        /** A household leaves poverty 【脱贫】. */
        EXIT,
        /** The exit of that day was reported wrongly and is taken back 【更正】. */
        TAKEN_BACK,
        /** A household that was never poor in the register is found to be 【新识别】. */
        IDENTIFIED,
        /** A household that left poverty is poor again 【返贫】. */
        RETURNED,
        /** 【出生】 */
        BORN,
        /** 【婚入】 */
        MARRIED_IN,
        /** 【死亡】 */
        DIED,
        /** 【婚出】 */
        MARRIED_OUT,
        /** A household moves to another county 【整户迁移】. */
        MOVED;

        /** Whether it is the household's row that changes. */
        public boolean isOfHousehold() {
            return switch (this) {
                case EXIT, TAKEN_BACK, IDENTIFIED, RETURNED, MOVED -> true;
                case BORN, MARRIED_IN, DIED, MARRIED_OUT -> false;
            };
        }
    }
}
