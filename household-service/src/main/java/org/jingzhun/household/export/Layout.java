package org.jingzhun.household.export;

import java.util.ArrayList;
import java.util.List;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.record.FieldValues;
import org.jingzhun.household.template.Column;
import org.jingzhun.household.template.Template;
import org.jspecify.annotations.Nullable;

/** In which columns an export is written: those of a national list, or all that the register has. */
enum Layout {

    LIST_A(Template.LIST_A), LIST_B(Template.LIST_B), LIST_C(Template.LIST_C), LIST_D(Template.LIST_D), LIST_E(
            Template.LIST_E), WORK_MONTH(Template.WORK_MONTH),

    /** All fields; a row is a person with his household. */
    ALL(null);

    private static final List<Column> EVERYTHING = everything();

    private final @Nullable Template template;

    Layout(@Nullable Template template) {
        this.template = template;
    }

    List<Column> columns() {
        return template == null ? EVERYTHING : template.columns();
    }

    boolean isOfHouseholds() {
        return template != null && template.isOfHouseholds();
    }

    /** The condition on households {@code h} that the list has by its nature. */
    String households() {
        return this == LIST_E ? "h.monitored_kind is not null" : "true";
    }

    /** Whether a member has a row: the sheet of those who work away leaves out of whom it knows nothing. */
    boolean hasRow(FieldValues member) {
        return this != WORK_MONTH || member.get(Field.WORKING) != null;
    }

    private static List<Column> everything() {
        var columns = new ArrayList<Column>();
        for (var field : List.of(Field.COUNTY, Field.TOWNSHIP, Field.VILLAGE, Field.HOUSEHOLD_NUMBER, Field.PERSON_NUMBER,
                Field.MEMBERS)) {
            columns.add(new Column(field.heading(), field, true));
        }
        for (var holder : List.of(Holder.MEMBERSHIP, Holder.PERSON, Holder.HOUSEHOLD, Holder.HOUSEHOLD_YEAR)) {
            Field.of(holder).forEach(field -> columns.add(new Column(field.heading(), field, false)));
        }
        return List.copyOf(columns);
    }
}
