package org.jingzhun.household.imports;

/** Brings a cell into one form: full-width letters and digits become narrow, blanks around and inside go; says whether it had to. */
final class PlainText {

    private int changed;

    /** How many cells were not in this form. */
    int changedCells() {
        return changed;
    }

    /** Narrow letters and digits, no blanks at the ends. */
    String narrow(String written) {
        for (int i = 0; i < written.length(); i++) {
            if (isWide(written.charAt(i)) || (isBlank(written.charAt(i)) && (i == 0 || i == written.length() - 1))) {
                return converted(written, false);
            }
        }
        return written;
    }

    /** The same without any blank: names, numbers and codes have none. */
    String tight(String written) {
        for (int i = 0; i < written.length(); i++) {
            if (isWide(written.charAt(i)) || isBlank(written.charAt(i))) {
                return converted(written, true);
            }
        }
        return written;
    }

    private String converted(String written, boolean withoutBlanks) {
        var plain = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            var mark = written.charAt(i);
            if (isBlank(mark)) {
                if (!withoutBlanks) {
                    plain.append(' ');
                }
            } else {
                plain.append(isWide(mark) ? (char) (mark - 0xFEE0) : mark);
            }
        }
        var result = plain.toString().strip();
        if (!result.isEmpty()) {
            changed++;
        }
        return result;
    }

    private static boolean isWide(char mark) {
        return mark >= '\uFF01' && mark <= '\uFF5E';
    }

    private static boolean isBlank(char mark) {
        return mark == ' ' || mark == '\u3000' || mark == '\u00A0' || mark == '\t' || mark == '\n' || mark == '\r'
                || (mark >= '\u2000' && mark <= '\u200F') || mark == '\uFEFF' || mark == '\u202F' || mark == '\u2060';
    }
}
