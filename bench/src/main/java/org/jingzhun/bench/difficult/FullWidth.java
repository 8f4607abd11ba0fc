package org.jingzhun.bench.difficult;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** As some offices type: digits and letters in full width 【全角】, blanks within and around texts. */
final class FullWidth {

    /** Which columns suffer; every third row is left as it is. */
    private static final Set<String> DIGITS = Set.of("证件号码", "户编号", "联系电话", "人均纯收入", "人数");

    private FullWidth() {}

    static List<List<String>> of(List<List<String>> table) {
        var headings = table.getFirst();
        var changed = new ArrayList<List<String>>();
        changed.add(headings);
        for (var line = 1; line < table.size(); line++) {
            var row = new ArrayList<String>(table.get(line));
            for (var column = 0; column < row.size() && line % 3 != 0; column++) {
                var heading = headings.get(column);
                if (DIGITS.contains(heading)) {
                    row.set(column, wide(row.get(column)));
                } else if (heading.equals("姓名") || heading.equals("行政村")) {
                    row.set(column, spaced(row.get(column)));
                }
            }
            changed.add(row);
        }
        return changed;
    }

    private static String wide(String text) {
        return text.chars().mapToObj(each -> Character.toString(each > ' ' && each <= '~' ? each + 0xFEE0 : each))
                .collect(Collectors.joining());
    }

    /** 黄霞 is often set as 黄　霞, to be as wide as three characters. */
    private static String spaced(String text) {
        return text.length() == 2 ? text.charAt(0) + "\u3000" + text.charAt(1) : text + "  ";
    }
}
