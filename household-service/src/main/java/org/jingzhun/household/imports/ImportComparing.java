package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.List;

import org.jingzhun.household.field.Field;
import org.jingzhun.starter.database.Transactions;
import org.springframework.stereotype.Component;

/**
 * The second half of a dry run: makes households of the rows that were read, compares them with the register and judges what they would
 * leave of it. While the database compares some households, those before them are judged here.
 */
@Component
class ImportComparing {

    private final ImportJobs jobs;
    private final StagingTables staging;
    private final Gathering gathering;
    private final Refusals refusals;
    private final Comparison comparison;
    private final OtherCounties otherCounties;
    private final Judging judging;
    private final StagedDigests digests;
    private final Transactions transactions;
    private final ImportSettings settings;

    ImportComparing(ImportJobs jobs, StagingTables staging, Gathering gathering, Refusals refusals, Comparison comparison,
            OtherCounties otherCounties, Judging judging, StagedDigests digests, Transactions transactions,
            ImportSettings settings) {
        this.jobs = jobs;
        this.staging = staging;
        this.gathering = gathering;
        this.refusals = refusals;
        this.comparison = comparison;
        this.otherCounties = otherCounties;
        this.judging = judging;
        this.digests = digests;
        this.transactions = transactions;
        this.settings = settings;
    }

    void compare(ImportJob job, String worker, Layout layout, int households, StagingTables.Loading loaded) {
        if (loaded.repeatedPersons) {
            transactions.inOne(() -> refusals.repeated(job, "resident_id_digest", "id-twice-in-file", Field.RESIDENT_ID));
        }
        if (loaded.repeatedNumbers) {
            transactions.inOne(
                    () -> refusals.repeated(job, "person_number", "person-number-twice-in-file", Field.PERSON_NUMBER));
        }
        jobs.enter(job.id(), worker, ImportPhase.COMPARING, 0, households);
        var ranges = ranges(job, layout, households);
        ranges.forEach(range -> transactions.inOne(() -> {
            digests.meet(range);
            gathering.gather(range);
        }));
        staging.refreshStatistics();
        try (var judge = new Beside("import-judge")) {
            for (var range : ranges) {
                transactions.inOne(() -> {
                    compare(range);
                    jobs.progress(job.id(), worker, range.from(), households);
                });
                judge.run(() -> transactions.inOne(() -> {
                    judging.judge(range);
                    jobs.progress(job.id(), worker, range.to() + 1, households);
                }));
            }
            judge.join();
        }
        transactions.inOne(() -> jobs.count(job.id(), worker, comparison.count(job.id())));
    }

    private void compare(Range range) {
        digests.meet(range);
        comparison.compare(range);
        otherCounties.tell(range);
    }

    private List<Range> ranges(ImportJob job, Layout layout, int households) {
        var columns = new RegisterColumns(layout.told());
        var ranges = new ArrayList<Range>();
        for (int from = 0; from < households; from += settings.householdsPerStep()) {
            var to = Math.min(households, from + settings.householdsPerStep()) - 1;
            ranges.add(new Range(job, layout.template(), columns, from, to));
        }
        return ranges;
    }
}
