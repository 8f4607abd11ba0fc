package org.jingzhun.bench.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * Plants exactly so many errors, spread over the file, each kind as often as the others, at most one in a household. What does not
 * suit a household waits for the next.
 */
final class Planter {

    /** Room at the end of the file for what had to wait. */
    private static final double SPREAD = 0.93;

    private final Template template;
    private final int year;
    private final Dice dice;
    private final ResidentIds ids;
    private final List<Divisions.Village> elsewhere;
    private final Twins twins;
    private final List<Due> pending = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();

    /** An error as it stands in the planted list. */
    record Planted(int error, ErrorKind kind, List<Spoiler.Finding> findings) {}

    private record Due(ErrorKind kind, int turn, int line) {}

    Planter(Template template, int year, int errors, List<ErrorKind> kinds, int lines, long seed, ResidentIds ids,
            List<Divisions.Village> elsewhere) {
        this.template = template;
        this.year = year;
        this.ids = ids;
        this.elsewhere = elsewhere;
        dice = new Dice(seed, 31);
        twins = new Twins(template);
        for (var i = 0; i < errors; i++) {
            var line = (int) (lines * SPREAD * (i + dice.share()) / errors);
            pending.add(new Due(kinds.get(i % kinds.size()), i / kinds.size(), line));
        }
    }

    /** Breaks this household, or does not. */
    void visit(List<Row> rows, int firstLine) {
        if (twins.waiting() > 0) {
            var both = twins.complete(target(ErrorKind.ID_TWICE_IN_FILE, 0, rows, firstLine));
            if (both != null) {
                plant(ErrorKind.ID_TWICE_IN_FILE, both);
                return;
            }
        }
        for (var due : pending) {
            if (due.line > firstLine) {
                return;
            }
            var target = target(due.kind, due.turn, rows, firstLine);
            if (due.kind == ErrorKind.ID_TWICE_IN_FILE ? twins.remember(target) : planted(due, target)) {
                pending.remove(due);
                return;
            }
        }
    }

    private boolean planted(Due due, Spoiler.Target target) {
        var findings = Spoilers.of(due.kind).spoil(target);
        if (findings != null) {
            plant(due.kind, findings);
        }
        return findings != null;
    }

    private void plant(ErrorKind kind, List<Spoiler.Finding> findings) {
        planted.add(new Planted(planted.size() + 1, kind, findings));
    }

    private Spoiler.Target target(ErrorKind kind, int turn, List<Row> rows, int firstLine) {
        return new Spoiler.Target(kind.code(), template, year, rows, firstLine, turn, dice, ids, elsewhere);
    }

    /** All that was planted. A file that had too few suitable households is an error of its own: exactly means exactly. */
    List<Planted> planted() {
        var left = pending.size() + twins.waiting();
        if (left > 0) {
            throw new IllegalArgumentException(
                    "only %d errors found a suitable household, %d did not: more persons or fewer errors"
                            .formatted(planted.size(), left));
        }
        return planted;
    }
}
