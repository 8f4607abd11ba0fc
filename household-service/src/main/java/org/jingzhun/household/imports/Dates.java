package org.jingzhun.household.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Dates as workbooks write them. */
final class Dates {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");
    private static final Pattern JOINED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    static final int DAYS_TO_1904 = 1_462;

    private Dates() {}

    /** The same in a workbook that may count its days from 1904. */
    static @Nullable LocalDate parse(String text, boolean from1904) {
        var date = parse(text);
        return date != null && from1904 && SERIAL.matcher(text).matches() ? date.plusDays(DAYS_TO_1904) : date;
    }

    /** 2014-01-01, 2014/1/1, 2014年1月1日, 20140101, or the day number that a workbook keeps behind a date; null for anything else. */
    static @Nullable LocalDate parse(String text) {
        if (SERIAL.matcher(text).matches()) {
            return DAY_ZERO.plusDays(Integer.parseInt(text.substring(0, 5)));
        }
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            matcher = JOINED.matcher(text);
            if (!matcher.matches()) {
                return null;
            }
        }
        try {
            return LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
