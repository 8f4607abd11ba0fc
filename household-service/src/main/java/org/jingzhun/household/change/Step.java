package org.jingzhun.household.change;

import java.util.Map;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jspecify.annotations.Nullable;

/** One thing that an action writes; all from the effective day on. */
sealed interface Step {

    Map<Field, @Nullable String> values();

    /** Other values in a row that exists; {@code number} is the household's or the person's, to which ciphers are bound. */
    record Write(Holder holder, long id, String number, Map<Field, @Nullable String> values) implements Step {}

    /** The end of a membership. */
    record End(long membership, Map<Field, @Nullable String> values) implements Step {}

    record NewHousehold(String number, Map<Field, @Nullable String> values) implements Step {}

    record NewPerson(String number, Map<Field, @Nullable String> values) implements Step {}

    record NewMembership(String household, String person, Map<Field, @Nullable String> values) implements Step {}

    record NewYear(long household, int year, Map<Field, @Nullable String> values) implements Step {}
}
