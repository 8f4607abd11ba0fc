package org.jingzhun.bench.generator;

import java.util.Arrays;
import java.util.Objects;

/** One line of a list: a person, with the household's values repeated beside him. */
final class Row {

    private final Template template;
    private final Person person;
    private final Situation situation;
    private final HouseholdYear household;
    private final Cell[] cells;

    Row(Template template, Person person, Situation situation, HouseholdYear household) {
        this.template = template;
        this.person = person;
        this.situation = situation;
        this.household = household;
        cells = new Cell[template.width()];
        Arrays.fill(cells, Cell.BLANK);
    }

    Person person() {
        return person;
    }

    Situation situation() {
        return situation;
    }

    HouseholdYear household() {
        return household;
    }

    boolean has(Column column) {
        return template.has(column);
    }

    boolean isHead() {
        return person.relation() == Relation.HEAD;
    }

    /** A column that the list does not have is passed over. */
    Row set(Column column, Cell cell) {
        var place = template.place(column);
        if (place != null) {
            cells[place] = cell;
        }
        return this;
    }

    Row set(Column column, String text) {
        return set(column, Cell.of(text));
    }

    Cell get(Column column) {
        return cells[Objects.requireNonNull(template.place(column), column::name)];
    }

    Cell[] cells() {
        return cells;
    }
}
