package org.jingzhun.household.snapshot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.starter.access.AreaNotYours;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders snapshots: of one county, of a year that has ended, and once. */
@Service
class SnapshotService {

    private static final int FIRST_YEAR = 2014;
    private static final int COUNTY_DIGITS = 6;

    private final Snapshots snapshots;
    private final Divisions divisions;
    private final SchedulerClient scheduler;
    private final Audit audit;
    private final Clock clock;

    SnapshotService(Snapshots snapshots, Divisions divisions, SchedulerClient scheduler, Audit audit, Clock clock) {
        this.snapshots = snapshots;
        this.divisions = divisions;
        this.scheduler = scheduler;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Snapshot order(String area, int year, Scope scope, Caller caller) {
        if (area.length() != COUNTY_DIGITS || !CodeRange.isPrefix(area) || divisions.find(area).isEmpty() || year < FIRST_YEAR
                || year >= LocalDate.now(clock).getYear()) {
            throw new SnapshotNotPossible();
        }
        if (!reaches(scope, area)) {
            throw new AreaNotYours(area);
        }
        var ordered = snapshots.add(area, year, caller.account());
        audit.record(caller, "snapshot.ordered", Subject.in(area, "snapshot", ordered.number()), Map.of("year", year));
        scheduler.scheduleIfNotExists(SnapshotTask.DESCRIPTOR.instance(ordered.number()).build(), clock.instant());
        return ordered;
    }

    /** Whether the caller reaches all of that county: the totals are of all of it. */
    static boolean reaches(Scope scope, String area) {
        return scope instanceof Scope.Ranges ranges
                && ranges.ranges().stream().anyMatch(range -> range.contains(CodeRange.under(area)));
    }
}
