package org.jingzhun.bench.generator;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** A way to break one household's rows. Gives null, and leaves them alone, where the household has nothing to break in that way. */
interface Spoiler {

    @Nullable
    List<Finding> spoil(Target target);

    /** A row that must come back, and why. */
    record Finding(int line, String code, String field, String value) {}

    /** The household that is to be broken, and what a spoiler may need for it. */
    record Target(String code, Template template, int year, List<Row> rows, int firstLine, int turn, Dice dice, ResidentIds ids,
            List<Divisions.Village> elsewhere) {

        Finding finding(int row, Column field, String value) {
            return finding(row, code, field, value);
        }

        Finding finding(int row, String otherCode, Column field, String value) {
            return new Finding(firstLine + row, otherCode, template.heading(field), value);
        }

        /** Every row comes back, each with what stands in that field now. */
        List<Finding> all(Column field) {
            return IntStream.range(0, rows.size()).mapToObj(row -> finding(row, field, rows.get(row).get(field).text())).toList();
        }

        /** Some row of a member that suits, or −1. Never the head's: his row would hold the whole household back. */
        int member(Predicate<Row> suits) {
            if (rows.size() < 2) {
                return -1;
            }
            var others = rows.size() - 1;
            var start = dice.below(others);
            for (var i = 0; i < others; i++) {
                var at = 1 + (start + i) % others;
                if (suits.test(rows.get(at))) {
                    return at;
                }
            }
            return -1;
        }
    }

    /** One member's value: only his row comes back. */
    static Spoiler ofMember(Predicate<Row> suits, Column field, BiFunction<Row, Target, Cell> value) {
        return target -> {
            var at = target.member(suits);
            if (at < 0) {
                return null;
            }
            var row = target.rows().get(at);
            var cell = value.apply(row, target);
            row.set(field, cell);
            return List.of(target.finding(at, field, cell.text()));
        };
    }

    static Spoiler ofMember(Predicate<Row> suits, Column field, String value) {
        return ofMember(suits, field, (row, target) -> Cell.of(value));
    }

    /** A value of the household, wrong alike on all its rows. */
    static Spoiler ofAllRows(Column field, String value) {
        return target -> {
            target.rows().forEach(row -> row.set(field, value));
            return target.all(field);
        };
    }

    /** One member's value that makes the household impossible: all rows come back. */
    static Spoiler ofHousehold(Predicate<Row> suits, Column field, String value) {
        return target -> {
            var at = target.member(suits);
            if (at < 0) {
                return null;
            }
            target.rows().get(at).set(field, value);
            return target.all(field);
        };
    }
}
