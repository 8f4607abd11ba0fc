package org.jingzhun.bench.generator;

import java.util.List;

import static org.jingzhun.bench.generator.FindingKind.planted;
import static org.jingzhun.bench.generator.FindingKind.value;

/** Findings on work away from home, in the work-month sheet. */
final class WorkFindings {

    private static final Template WORK = Template.WORK;

    static final List<FindingKind> ALL = List.of(value("job-incomplete", WORK, MemberFindings.working(), Column.EMPLOYER, ""),
            wage("wage-very-low", 300), wage("wage-too-low", 60), wage("wage-too-high", 45_000),
            planted("away-since-2020", WORK, MemberFindings.working().and(row -> row.person().birth().getYear() < 2003),
                    row -> row.set(Column.WORK_STARTED, "2020-03-01").set(Column.WORK_ENDED, "")),
            planted("work-ends-before-start", WORK, MemberFindings.working(),
                    row -> row.set(Column.WORK_ENDED, row.household().year() - 1 + "-11-30")),
            planted("work-before-16", WORK, MemberFindings.working(),
                    row -> row.set(Column.WORK_STARTED, row.person().birth().plusYears(14).toString())),
            planted("working-contradicts-months", WORK, MemberFindings.working(),
                    row -> row.set(Column.WORKING, "否").set(Column.WORK_ENDED, "")));

    private WorkFindings() {}

    private static FindingKind wage(String code, int yuan) {
        return planted(code, WORK, MemberFindings.working(), row -> row.set(Column.MONTHLY_WAGE, new Cell.Figure(yuan)));
    }
}
