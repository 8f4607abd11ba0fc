package org.jingzhun.household.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted 【指标】. */
public enum Measure {

    /** All households and who lives in them. */
    REGISTER,
    /** By the type of the household 【户类型】; made of the register, which keeps types apart, when it is read. */
    TYPE,
    /** Households that are registered as poor and have not exited 【贫困存量】; its movements have reasons. */
    POOR,
    /** By the code of 脱贫属性. */
    EXIT_STATE,
    /** By the main cause of poverty 【主要致贫原因】. */
    MAIN_CAUSE,
    /** Persons by their birth date; bands of age are made of it when it is read. */
    AGE,
    /** Persons by their ability to work 【劳动能力】. */
    LABOUR,
    /** Persons by each value of their health 【健康状况】: who has two counts under both. */
    HEALTH,
    /** Persons by education 【文化程度】. */
    EDUCATION;

    /** As the API and the tables name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Measure> of(String key) {
        return Arrays.stream(values()).filter(measure -> measure.key().equals(key)).findFirst();
    }

    /** Whether it counts households too; a birth date is a person's alone. */
    public boolean countsHouseholds() {
        return this != AGE;
    }

    /** The measure whose stored counts it is made of. */
    public Measure stored() {
        return this == TYPE ? REGISTER : this;
    }

    /** Whether it can be narrowed to one type of household. */
    public boolean isByType() {
        return this != AGE && this != POOR && this != TYPE;
    }

    public boolean isOfPersons() {
        return this == AGE || this == LABOUR || this == HEALTH || this == EDUCATION;
    }
}
