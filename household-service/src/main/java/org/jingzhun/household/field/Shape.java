package org.jingzhun.household.field;

import org.jingzhun.household.codelist.CodeList;
import org.jspecify.annotations.Nullable;

/**
 * What values a field has, and who may set and see it.
 *
 * @param most the longest text, the highest count or amount
 */
public record Shape(Kind kind, @Nullable CodeList list, int most, boolean isRequired, boolean isSensitive,
        boolean isSensitiveByValue, boolean isDerived, boolean isByCommand) {

    private static final int MOST_YUAN = 100_000_000;

    /** Kinds of values. */
    public enum Kind {
        /** Free text. */
        TEXT,
        /** One code of a list. */
        CODE,
        /** Several codes of a list, sorted and joined by commas. */
        CODES,
        /** Yes or no. */
        YES_NO,
        /** A day. */
        DAY,
        /** Yuan with two places. */
        MONEY,
        /** A whole number from 0. */
        COUNT,
        /** A number from 0 with two places: an area, a distance. */
        DECIMAL,
        /** A phone number; encrypted. */
        PHONE,
        /** A resident ID, or a disability certificate's number that starts with one; encrypted. */
        DOCUMENT
    }

    static Shape text(int longest) {
        return plain(Kind.TEXT, null, longest);
    }

    static Shape code(CodeList list) {
        return plain(Kind.CODE, list, 0);
    }

    static Shape codes(CodeList list) {
        return plain(Kind.CODES, list, 0);
    }

    static Shape yesNo() {
        return plain(Kind.YES_NO, null, 1);
    }

    static Shape day() {
        return plain(Kind.DAY, null, 0);
    }

    static Shape money() {
        return plain(Kind.MONEY, null, MOST_YUAN);
    }

    static Shape count(int most) {
        return plain(Kind.COUNT, null, most);
    }

    static Shape decimal(int most) {
        return plain(Kind.DECIMAL, null, most);
    }

    static Shape phone() {
        return plain(Kind.PHONE, null, 20);
    }

    static Shape document() {
        return plain(Kind.DOCUMENT, null, 22);
    }

    private static Shape plain(Kind kind, @Nullable CodeList list, int most) {
        return new Shape(kind, list, most, false, false, false, false, false);
    }

    Shape required() {
        return new Shape(kind, list, most, true, isSensitive, isSensitiveByValue, isDerived, isByCommand);
    }

    Shape sensitive() {
        return new Shape(kind, list, most, isRequired, true, isSensitiveByValue, isDerived, isByCommand);
    }

    Shape sensitiveByValue() {
        return new Shape(kind, list, most, isRequired, isSensitive, true, isDerived, isByCommand);
    }

    Shape derived() {
        return new Shape(kind, list, most, isRequired, isSensitive, isSensitiveByValue, true, isByCommand);
    }

    Shape byCommand() {
        return new Shape(kind, list, most, isRequired, isSensitive, isSensitiveByValue, isDerived, true);
    }
}
