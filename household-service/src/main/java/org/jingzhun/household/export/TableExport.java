package org.jingzhun.household.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.record.FieldValues;
import org.jingzhun.household.record.HouseholdRecord;
import org.jingzhun.household.record.HouseholdRecord.MemberRecord;
import org.jspecify.annotations.Nullable;

/** Households as rows of a table: one for each, or one for each member. */
final class TableExport implements HouseholdSink {

    private final Layout layout;
    private final RowWriter out;
    private final Divisions divisions;
    private final LocalDate day;
    private final int dataYear;
    private int rows;

    TableExport(Layout layout, RowWriter out, Divisions divisions, LocalDate day, int dataYear) {
        this.layout = layout;
        this.out = out;
        this.divisions = divisions;
        this.day = day;
        this.dataYear = dataYear;
    }

    @Override
    public void household(HouseholdRecord household) throws IOException {
        if (layout.isOfHouseholds()) {
            write(household, household.head());
            return;
        }
        for (var member : household.members()) {
            if (layout.hasRow(member.values())) {
                write(household, member);
            }
        }
    }

    private void write(HouseholdRecord household, @Nullable MemberRecord member) throws IOException {
        rows++;
        var columns = layout.columns();
        var values = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            values.add(value(column.field(), household, member));
        }
        out.row(columns, values);
    }

    private @Nullable Object value(Field field, HouseholdRecord household, @Nullable MemberRecord member) {
        var village = household.village();
        return switch (field) {
            case SEQUENCE -> rows;
            case DATA_DATE -> day;
            case DATA_YEAR -> dataYear;
            case PROVINCE -> name(village, 2);
            case CITY -> name(village, 4);
            case COUNTY -> name(village, 6);
            case TOWNSHIP -> name(village, 9);
            case VILLAGE -> divisions.name(village);
            case HOUSEHOLD_NUMBER -> household.number();
            case PERSON_NUMBER -> member == null ? null : member.number();
            case HEAD_NAME -> ofHead(household, Field.NAME);
            case HEAD_RESIDENT_ID -> ofHead(household, Field.RESIDENT_ID);
            case MEMBERS -> household.members().size();
            default -> holder(field, household, member).get(field);
        };
    }

    private static FieldValues holder(Field field, HouseholdRecord household, @Nullable MemberRecord member) {
        var ofPerson = field.holder() == Holder.PERSON || field.holder() == Holder.MEMBERSHIP;
        return ofPerson && member != null ? member.values() : household.values();
    }

    private static @Nullable Object ofHead(HouseholdRecord household, Field field) {
        var head = household.head();
        return head == null ? null : head.values().get(field);
    }

    private String name(String village, int digits) {
        return divisions.name(Divisions.full(village.substring(0, digits)));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
