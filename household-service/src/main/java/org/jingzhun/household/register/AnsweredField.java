package org.jingzhun.household.register;

import java.util.List;
import java.util.stream.Stream;

import org.jingzhun.household.field.Field;

/**
 * A field as it stands in an answer.
 *
 * @param isAlways whether it stands there without a value too, as the fields of the first edition of the API do
 */
record AnsweredField(Field field, String name, boolean isAlways) {

    static final AnsweredField[] HOUSEHOLD = of(FieldColumns.HOUSEHOLD);
    static final AnsweredField[] PERSON = of(FieldColumns.PERSON);
    static final AnsweredField[] MEMBERSHIP = of(FieldColumns.MEMBERSHIP);
    static final AnsweredField[] HOUSEHOLD_YEAR = of(FieldColumns.HOUSEHOLD_YEAR);

    /** What of a person is withheld from who may not see what is sensitive; the same for all, lest the list itself tell. */
    static final List<String> SENSITIVE_OF_PERSON = Stream.of(PERSON).filter(it -> it.field.isSensitive())
            .map(AnsweredField::name).toList();

    /** What of a child is withheld: all but who he is in the household. */
    static final List<String> ALL_OF_CHILD = Stream.concat(Stream.of(PERSON), Stream.of(MEMBERSHIP))
            .filter(it -> it.field != Field.RELATION).map(AnsweredField::name).toList();

    private static AnsweredField[] of(FieldColumns columns) {
        return columns.fields().stream()
                .map(field -> new AnsweredField(field, name(field), FieldColumns.FIRST_EDITION.contains(field)))
                .toArray(AnsweredField[]::new);
    }

    /** A household's phone stands in the household: there it needs no longer name. */
    private static String name(Field field) {
        return field == Field.HOUSEHOLD_PHONE ? "phone" : field.key();
    }
}
