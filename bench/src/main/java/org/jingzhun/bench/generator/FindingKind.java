package org.jingzhun.bench.generator;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A way to make a rule of the register speak that refuses nothing: the list is taken, and a finding 【问题】 stays. The code is that of
 * household-service, rules/catalogue.csv.
 *
 * @param list  in which it is planted
 * @param also  rules that cannot but speak too
 */
record FindingKind(String code, Template list, List<String> also, Predicate<Row> suits, Consumer<Row> plant) {

    private static final List<FindingKind> ALL = Stream
            .of(IncomeFindings.ALL, DwellingFindings.ALL, MemberFindings.ALL, CareFindings.ALL, RiskFindings.ALL,
                    MeasureFindings.ALL,
                    WorkFindings.ALL)
            .flatMap(List::stream).toList();

    static FindingKind planted(String code, Template list, Predicate<Row> suits, Consumer<Row> plant) {
        return new FindingKind(code, list, List.of(), suits, plant);
    }

    /** A column that gets another value. */
    static FindingKind value(String code, Template list, Predicate<Row> suits, Column column, String value) {
        return planted(code, list, suits, row -> row.set(column, value));
    }

    FindingKind and(String... others) {
        return new FindingKind(code, list, List.of(others), suits, plant);
    }

    static List<FindingKind> of(Template list) {
        return ALL.stream().filter(kind -> kind.list == list).toList();
    }

    static FindingKind byCode(String code) {
        return ALL.stream().filter(kind -> kind.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of finding: " + code));
    }

    static List<FindingKind> all() {
        return ALL;
    }
}
