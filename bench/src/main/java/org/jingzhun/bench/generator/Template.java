package org.jingzhun.bench.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A national list by its headings, in their order: {@code lists/A.csv} and so on. */
enum Template {

    /** Households with all their fields and the income of a year, 2023. */
    A(Unit.HOUSEHOLD, 2021, 2023, 2025),

    /** 26 columns, 2017–2019. Its one 联系电话 is the person's own; the head's is the household's too. */
    B(Unit.PERSON, 2017, 2019, 2019),

    /** 32 columns, 2022. */
    C(Unit.PERSON, 2021, 2022, 2025),

    /** Members, 2021. */
    D(Unit.PERSON, 2021, 2021, 2025),

    /** What is known of monitored households, 2023, beside the columns that tell which household. */
    E(Unit.MONITORED, 2021, 2023, 2025),

    /** Who works where 【务工月监测】, beside the columns that tell which person. */
    WORK(Unit.WORKER, 2021, 2023, 2025),

    /** All that the generator knows; no list is like that. */
    REGISTER(Unit.PERSON, 2017, 2025, 2026);

    /** What has a row of its own. */
    enum Unit {
        PERSON,
        /** Only who can work and is not at school. */
        WORKER, HOUSEHOLD,
        /** Only households under monitoring 【监测对象】. */
        MONITORED
    }

    final Unit unit;
    final int firstYear;
    final int usualYear;
    final int lastYear;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after the constructor
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    @SuppressWarnings("ImmutableEnumChecker") // never changed after the constructor
    private final List<String> headings = new ArrayList<>();

    Template(Unit unit, int firstYear, int usualYear, int lastYear) {
        this.unit = unit;
        this.firstYear = firstYear;
        this.usualYear = usualYear;
        this.lastYear = lastYear;
        var columns = name().equals("REGISTER")
                ? Arrays.stream(Column.values()).map(column -> List.of(column.name(), column.name())).toList()
                : Table.rows("/org/jingzhun/bench/generator/lists/" + name() + ".csv");
        columns.forEach(column -> {
            places.put(Column.valueOf(column.getFirst()), places.size());
            headings.add(column.get(1));
        });
    }

    List<String> headings() {
        return headings;
    }

    /** Whether a row is a household. */
    boolean isOfHouseholds() {
        return unit == Unit.HOUSEHOLD || unit == Unit.MONITORED;
    }

    int width() {
        return headings.size();
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    String heading(Column column) {
        return headings.get(Objects.requireNonNull(places.get(column), column::name));
    }

    @Nullable
    Integer place(Column column) {
        return places.get(column);
    }
}
