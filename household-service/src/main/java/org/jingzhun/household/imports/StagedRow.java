package org.jingzhun.household.imports;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Finding;
import org.jspecify.annotations.Nullable;

/** One row of a file as codes, numbers and days: what could be read of it, and what is wrong. Filled by {@link RowReader}. */
final class StagedRow {

    final int rowNumber;
    final Map<Field, Object> values = new EnumMap<>(Field.class);
    int householdSeq;
    List<Finding> findings = List.of();
    List<Finding> warnings = List.of();
    LocalDate effectiveOn = LocalDate.MIN;

    @Nullable
    String village;
    @Nullable
    String householdNumber;
    @Nullable
    String personNumber;
    @Nullable
    String document;
    @Nullable
    String headName;
    @Nullable
    String headDocument;
    @Nullable
    Integer members;

    StagedRow(int rowNumber) {
        this.rowNumber = rowNumber;
    }

    boolean isRefused() {
        return !findings.isEmpty();
    }

    @Nullable
    String text(Field field) {
        return (String) values.get(field);
    }

    void put(Field field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
