package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.rules.Fields;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.household.rules.Rules;
import org.springframework.stereotype.Component;

/**
 * Holds households as a file would leave them to the rules, like a run over the register once it is in. What was wrong before stays out
 * of it. An error across members refuses their household where its rule looks only at fields that the file tells; of single rows that was
 * found on reading them, on the day of their data. Everything else is a warning 【提示】: an error that builds on what the register alone
 * has could not be mended in the file.
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
        private final Map<Finding, List<Integer>> refused = new LinkedHashMap<>();

        Verdicts(Range range) {
            this.range = range;
            this.asked = RowChecks.asked(range.columns().told());
        }

        void judge(ProjectedHousehold household) {
            for (var member : household.members()) {
                if (member.isInFile()) {
                    var before = member.before();
                    Rules.worsened(rules.check(member.after(), household.village()),
                            () -> before == null ? List.of() : rules.check(before, household.village()))
                            .forEach(finding -> add(household, member.row(), finding));
                }
            }
            var before = household.before();
            for (var finding : Rules.worsened(rules.check(household.after()),
                    () -> before == null ? List.of() : rules.check(before))) {
                if (finding.isRefusal() && Rules.needsOnly(finding.code(), asked)) {
                    refused.computeIfAbsent(finding, it -> new ArrayList<>()).add(household.seq());
                } else {
                    add(household, household.row(), finding);
                }
            }
        }

        private void add(ProjectedHousehold household, int row, Finding finding) {
            StagingTables.write(found, range.job().id(), row, household.seq(), household.number(), finding, false);
        }

        void write() {
            staging.loadFindings(found);
            refused.forEach((finding, households) -> refusals.households(range, Refusals.among(households), finding));
        }
    }
}
