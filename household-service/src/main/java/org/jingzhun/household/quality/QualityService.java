package org.jingzhun.household.quality;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.starter.access.AreaNotYours;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.access.Scopes;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.Transactions;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/** Orders runs over the register and ends them. */
@Service
class QualityService {

    static final String START = "quality-run:start";
    static final String SYSTEM = "system";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private final QualityRuns runs;
    private final Divisions divisions;
    private final Scopes scopes;
    private final SchedulerClient scheduler;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    QualityService(QualityRuns runs, Divisions divisions, Scopes scopes, SchedulerClient scheduler, Transactions transactions,
            Audit audit, Clock clock) {
        this.runs = runs;
        this.divisions = divisions;
        this.scopes = scopes;
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Orders a run; inside the transaction of its idempotency key. */
    String start(String area, Caller caller, Authentication authentication) {
        if (!area.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") || divisions.find(area).isEmpty()) {
            throw new AreaNotYours(area);
        }
        scopes.narrowed(authentication, START, area);
        var number = order(area, caller.account());
        audit.record(caller, "quality-run.started", Subject.in(area, "quality-run", number));
        return number;
    }

    void startNightly() {
        transactions.inOne(() -> {
            var number = order("", SYSTEM);
            audit.recordJob(SYSTEM, "quality-run.started", Subject.of("quality-run", number), Map.of());
        });
    }

    private String order(String area, String account) {
        var number = new StringBuilder(16);
        for (int i = 0; i < 16; i++) {
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        runs.create(number.toString(), area, account);
        scheduler.scheduleIfNotExists(QualityTask.DESCRIPTOR.instance(number.toString()).build(), clock.instant());
        return number.toString();
    }

    /** A run over an area that the caller reaches. */
    QualityRun visible(String number, Scope scope) {
        return runs.find(number).filter(run -> scope.covers(run.range().from()) && scope.covers(run.range().to()))
                .orElseThrow(QualityRunNotFound::new);
    }

    void cancel(QualityRun run, Caller caller) {
        transactions.inOne(() -> {
            if (!runs.cancel(run.id())) {
                throw new QualityRunOver();
            }
            audit.record(caller, "quality-run.cancelled", Subject.in(run.area(), "quality-run", run.number()));
        });
    }
}
