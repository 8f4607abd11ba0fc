package org.jingzhun.bench.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plants so many findings, spread over the list, each kind as often as the others as far as the list has who suits it, at most one in
 * a household. Each list has households of its own: what is planted in one list meets nothing that is planted in another.
 */
final class FindingPlanter {

    private static final double SPREAD = 0.8;

    private final Template template;
    private final Dice dice;
    private final List<Due> pending = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();

    /** What stands in the planted list: a rule that has to speak of this household, and of this person where the row is a person. */
    record Planted(int plant, String kind, String code, int line, String household, String person) {

        static final String HEADINGS = "plant,kind,code,row,household,person";

        String csv() {
            return "%d,%s,%s,%d,%s,%s".formatted(plant, kind, code, line, household, person);
        }
    }

    private record Due(FindingKind kind, int line) {}

    FindingPlanter(Template template, int findings, List<FindingKind> kinds, int lines, long seed) {
        this.template = template;
        dice = new Dice(seed, 37);
        for (var i = 0; i < findings; i++) {
            pending.add(new Due(kinds.get(i % kinds.size()), (int) (lines * SPREAD * (i + dice.share()) / findings)));
        }
    }

    void visit(List<Row> rows, int firstLine) {
        if (pending.isEmpty() || rows.isEmpty() || !mine(rows.getFirst())) {
            return;
        }
        for (var due : pending) {
            if (due.line > firstLine) {
                return;
            }
            var start = dice.below(rows.size());
            var at = IntStream.range(0, rows.size()).map(i -> (start + i) % rows.size())
                    .filter(i -> due.kind.suits().test(rows.get(i))).findFirst();
            if (at.isPresent()) {
                plant(due.kind, rows.get(at.getAsInt()), firstLine + at.getAsInt());
                pending.remove(due);
                return;
            }
        }
    }

    private boolean mine(Row row) {
        var draw = row.household().household().dice(67).below(4);
        var monitored = row.household().risk() != null;
        return template == switch (draw) {
            case 0 -> Template.A;
            case 1 -> monitored ? Template.E : Template.A;
            case 2 -> monitored ? Template.E : Template.D;
            default -> monitored ? Template.E : Template.WORK;
        };
    }

    private void plant(FindingKind kind, Row row, int line) {
        kind.plant().accept(row);
        var plant = planted.stream().mapToInt(Planted::plant).max().orElse(0) + 1;
        var codes = new ArrayList<>(List.of(kind.code()));
        codes.addAll(kind.also());
        codes.forEach(code -> planted.add(new Planted(plant, kind.code(), code, line, row.household().household().number(),
                template.isOfHouseholds() ? "" : row.person().number())));
    }

    /** Exactly so many, or none at all. */
    List<Planted> planted() {
        if (!pending.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d findings did not find who suits them, such as %s: more persons or fewer findings"
                            .formatted(pending.size(), pending.getFirst().kind.code()));
        }
        return planted;
    }
}
