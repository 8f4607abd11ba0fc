package org.jingzhun.starter.access;

/** Reads a division code as people write it: the prefix, or filled up with zeros to six or twelve digits. */
final class DivisionCode {

    private DivisionCode() {}

    static String prefix(String written) {
        var code = written.strip();
        if (code.isEmpty() || !CodeRange.isPrefix(code)) {
            throw new NotADivision();
        }
        code = without(code, 12, "000");
        code = without(code, 9, "000");
        code = without(code, 6, "00");
        return without(code, 4, "00");
    }

    private static String without(String code, int length, String zeros) {
        return code.length() == length && code.endsWith(zeros) ? code.substring(0, length - zeros.length()) : code;
    }
}
