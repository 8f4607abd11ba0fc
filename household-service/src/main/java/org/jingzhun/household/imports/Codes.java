package org.jingzhun.household.imports;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import org.jingzhun.household.codelist.CodeList;
import org.jingzhun.household.codelist.CodeLists;
import org.jspecify.annotations.Nullable;

/** Finds the codes that a file writes by name; each text is looked up once. */
final class Codes {

    private static final int REMEMBERED = 2_000;
    private static final int LONGEST = 200;
    private static final String UNKNOWN = "";

    private final CodeLists lists;
    private final Map<CodeList, Map<String, String>> known = new EnumMap<>(CodeList.class);
    private LocalDate on = LocalDate.MIN;

    Codes(CodeLists lists) {
        this.lists = lists;
    }

    /** The code that was valid on that day; null where the list has no such value. */
    @Nullable
    String code(CodeList list, String text, LocalDate day) {
        if (!day.equals(on)) {
            known.clear();
            on = day;
        }
        var texts = known.computeIfAbsent(list, it -> new HashMap<>());
        var code = texts.get(text);
        if (code == null) {
            code = list == CodeList.HEALTH ? health(text, day) : lists.code(list, text, day).orElse(UNKNOWN);
            if (texts.size() < REMEMBERED) {
                texts.put(text, code);
            }
        }
        return code.equals(UNKNOWN) ? null : code;
    }

    /** The values that a list has on a day, as many as a message can take. */
    String names(CodeList list, LocalDate day) {
        var names = String.join("、", lists.names(list, day));
        return names.length() <= LONGEST ? names : names.substring(0, LONGEST) + "…";
    }

    /** Health is a set: 残疾,患有大病. */
    private String health(String text, LocalDate day) {
        var codes = new TreeSet<String>();
        for (var part : text.split("[,，、;；/|+]", -1)) {
            var code = part.isBlank() ? UNKNOWN : lists.code(CodeList.HEALTH, part.strip(), day).orElse(UNKNOWN);
            if (code.equals(UNKNOWN)) {
                return UNKNOWN;
            }
            codes.add(code);
        }
        return String.join(",", codes);
    }
}
