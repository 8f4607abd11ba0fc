package org.jingzhun.household.register;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What a household reported for a year 【年度数据】: its population and its income by item. */
public final class YearView extends Answer {

    private final int year;
    private final @Nullable Object[] values;

    YearView(int year, @Nullable Object[] values) {
        this.year = year;
        this.values = values;
    }

    @Override
    protected void write(JsonGenerator json) {
        json.writeName("year");
        json.writeNumber(year);
        fields(json, AnsweredField.HOUSEHOLD_YEAR, values);
    }
}
