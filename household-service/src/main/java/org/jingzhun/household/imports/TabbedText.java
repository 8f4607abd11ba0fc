package org.jingzhun.household.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Rows in the form that LOAD DATA takes by default: tabs between values, one line each, \N for nothing. */
final class TabbedText {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1 << 20];
    private int length;
    private boolean lineStarted;

    void clear() {
        length = 0;
    }

    boolean isEmpty() {
        return length == 0;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    TabbedText text(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        separate();
        for (int i = 0; i < value.length(); i++) {
            var mark = value.charAt(i);
            if (mark >= 0x80) {
                return rest(value, i);
            }
            ascii(mark);
        }
        return this;
    }

    private TabbedText rest(String value, int from) {
        for (var one : value.substring(from).getBytes(StandardCharsets.UTF_8)) {
            ascii(one & 0xFF);
        }
        return this;
    }

    private void ascii(int mark) {
        switch (mark) {
            case '\t' -> put('\\', 't');
            case '\n' -> put('\\', 'n');
            case '\\' -> put('\\', '\\');
            case 0 -> put('\\', '0');
            default -> {
                need(1);
                bytes[length++] = (byte) mark;
            }
        }
    }

    TabbedText number(@Nullable Integer value) {
        return value == null ? nothing() : text(value.toString());
    }

    TabbedText number(long value) {
        return text(Long.toString(value));
    }

    TabbedText amount(@Nullable BigDecimal value) {
        return value == null ? nothing() : text(value.toPlainString());
    }

    TabbedText flag(@Nullable Boolean value) {
        return value == null ? nothing() : text(value ? "1" : "0");
    }

    TabbedText date(@Nullable LocalDate value) {
        return value == null ? nothing() : text(value.toString());
    }

    /** What a field has, by its kind. */
    TabbedText value(@Nullable Object value) {
        return switch (value) {
            case null -> nothing();
            case Boolean flag -> flag(flag);
            case BigDecimal amount -> amount(amount);
            default -> text(value.toString()); // texts, whole numbers and days
        };
    }

    /** As hexadecimal digits: the statement turns them back. */
    TabbedText binary(byte @Nullable [] value) {
        if (value == null) {
            return nothing();
        }
        separate();
        need(value.length * 2);
        for (var one : value) {
            bytes[length++] = HEX[(one >> 4) & 0xF];
            bytes[length++] = HEX[one & 0xF];
        }
        return this;
    }

    void endLine() {
        need(1);
        bytes[length++] = '\n';
        lineStarted = false;
    }

    private TabbedText nothing() {
        separate();
        put('\\', 'N');
        return this;
    }

    private void separate() {
        if (lineStarted) {
            need(1);
            bytes[length++] = '\t';
        }
        lineStarted = true;
    }

    private void put(char first, char second) {
        need(2);
        bytes[length++] = (byte) first;
        bytes[length++] = (byte) second;
    }

    private void need(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
