package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Sees to it that nobody in a village has the name and the birth date of another: the register would take them for one. */
final class Namesakes {

    private static final String OTHERS = "正安宁和顺泰瑞祥";

    private final Set<String> known = new HashSet<>();

    void nextVillage() {
        known.clear();
    }

    /** For somebody who stays known. */
    String settled(String name, LocalDate birth) {
        var own = other(name, birth);
        known.add(own + birth);
        return own;
    }

    /** For who comes later, and must change nothing for those who are counted after him. */
    String other(String name, LocalDate birth) {
        var own = name;
        for (var i = 0; i < OTHERS.length() && known.contains(own + birth); i++) {
            own = name.charAt(0) + OTHERS.substring(i, i + 1) + name.substring(name.length() - 1);
        }
        return own;
    }
}
