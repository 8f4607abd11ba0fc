package org.jingzhun.household.template;

import org.jingzhun.household.field.Shape;
import org.jspecify.annotations.Nullable;

/** How a cell of a national list is written 【单元格格式】, so that nothing of it is lost in a workbook. */
public enum CellForm {

    /** As text: numbers of documents, households and persons would lose their last digits as numbers; codes are written by name. */
    TEXT(null),

    /** As a day: 2023-12-31. */
    DAY("yyyy-mm-dd"),

    /** As a number with two places. */
    AMOUNT("0.00"),

    /** As a whole number. */
    WHOLE("0");

    private final @Nullable String format;

    CellForm(@Nullable String format) {
        this.format = format;
    }

    /** The form of values of this kind. */
    public static CellForm of(Shape.Kind kind) {
        return switch (kind) {
            case TEXT, CODE, CODES, YES_NO, PHONE, DOCUMENT -> TEXT;
            case DAY -> DAY;
            case MONEY, DECIMAL -> AMOUNT;
            case COUNT -> WHOLE;
        };
    }

    /** The number format of a workbook; null for text. */
    public @Nullable String format() {
        return format;
    }
}
