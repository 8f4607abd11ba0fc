package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jingzhun.household.rules.Fields;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.household.rules.Rules;
import org.springframework.stereotype.Component;

/**
 * Holds households as a file would leave them to the rules, like a run over the register once it is in. What was wrong before stays out
 * of it. An error refuses where it stands in a field that the file tells; of rows whose rules look at nothing else it was found on
 * reading them, on the day of their data. Everything else is a warning 【提示】 and refuses nothing.
 */
@Component
class Judging {

    private static final int HOUSEHOLDS_AT_ONCE = 1_000;

    private final Projection projection;
    private final StagingTables staging;
    private final Refusals refusals;
    private final Rules rules = Rules.shipped();

    Judging(Projection projection, StagingTables staging, Refusals refusals) {
        this.projection = projection;
        this.staging = staging;
        this.refusals = refusals;
    }

    /** What a file would make wrong in these households; inside a transaction of the caller. */
    void judge(Range range) {
        for (int from = range.from(); from <= range.to(); from += HOUSEHOLDS_AT_ONCE) {
            var some = new Range(range.job(), range.template(), range.columns(), from,
                    Math.min(range.to(), from + HOUSEHOLDS_AT_ONCE - 1));
            var verdicts = new Verdicts(some);
            projection.read(some).forEach(verdicts::judge);
            verdicts.write();
        }
    }

    /** The same once more, because the register has changed since. */
    void judgeAgain(Range range) {
        refusals.forgetWarnings(range);
        judge(range);
    }

    private final class Verdicts {

        private final Range range;
        private final Fields asked;
        private final TabbedText found = new TabbedText();
        private final List<Integer> refusedRows = new ArrayList<>();
        private final List<Integer> ofHouseholds = new ArrayList<>();
        private final Map<Finding, List<Integer>> refusedHouseholds = new LinkedHashMap<>();

        Verdicts(Range range) {
            this.range = range;
            this.asked = RowChecks.asked(range.columns().told());
        }

        void judge(ProjectedHousehold household) {
            var refused = new ArrayList<Integer>();
            household.members().stream().filter(ProjectedHousehold.Member::isInFile).filter(member -> !judge(household, member))
                    .forEach(member -> refused.add(member.row()));
            if (!refused.isEmpty()) {
                refusedRows.addAll(refused);
                ofHouseholds.add(household.seq());
            }
            var wrong = rules.check(household.without(refused));
            if (wrong.isEmpty()) {
                return;
            }
            var before = household.before();
            var known = before == null ? Set.<String>of() : codes(rules.check(before));
            for (var finding : wrong) {
                if (known.contains(finding.code())) {
                    continue;
                }
                if (refuses(finding)) {
                    refusedHouseholds.computeIfAbsent(finding, it -> new ArrayList<>()).add(household.seq());
                } else {
                    add(household, household.row(), finding, false);
                }
            }
        }

        /** False where the row is refused. */
        private boolean judge(ProjectedHousehold household, ProjectedHousehold.Member member) {
            var wrong = rules.check(member.after(), household.village());
            if (wrong.isEmpty()) {
                return true;
            }
            var before = member.before();
            var known = before == null ? Set.<String>of() : codes(rules.check(before, household.village()));
            var goesIn = true;
            for (var finding : wrong) {
                if (!known.contains(finding.code())) {
                    var refuses = refuses(finding) && !Rules.needsOnly(finding.code(), asked);
                    add(household, member.row(), finding, refuses);
                    goesIn &= !refuses;
                }
            }
            return goesIn;
        }

        private boolean refuses(Finding finding) {
            return finding.isRefusal() && asked.has(finding.field());
        }

        private void add(ProjectedHousehold household, int row, Finding finding, boolean refuses) {
            StagingTables.write(found, range.job().id(), row, household.seq(), household.number(), finding, refuses);
        }

        void write() {
            staging.loadFindings(found);
            if (!refusedRows.isEmpty()) {
                refusals.rows(range, ofHouseholds, refusedRows);
            }
            refusedHouseholds.forEach(
                    (finding, households) -> refusals.households(range, Refusals.among(households), finding));
        }
    }

    private static Set<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).collect(Collectors.toSet());
    }
}
