package org.jingzhun.household.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

import org.jingzhun.household.rules.Catalogue;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What officers do with findings: let one stand for a time, or ask somebody to mend it. */
@Service
@Transactional
class FindingService {

    private static final int LONGEST_EXEMPTION_YEARS = 1;

    private final Findings findings;
    private final FindingStore store;
    private final Audit audit;
    private final Clock clock;

    FindingService(Findings findings, FindingStore store, Audit audit, Clock clock) {
        this.findings = findings;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lets a finding stand until a day; not by who caused it, and for a year at most. */
    void exempt(StoredFinding finding, LocalDate until, String reason, Caller caller) {
        var today = LocalDate.now(clock);
        if (until.isBefore(today) || until.isAfter(today.plusYears(LONGEST_EXEMPTION_YEARS))) {
            throw new ExemptionTooLong(today, today.plusYears(LONGEST_EXEMPTION_YEARS));
        }
        if (findings.isCausedBy(finding, caller.account())) {
            throw new CausedByCaller();
        }
        if (!findings.exempt(finding, until, reason, caller.account())) {
            throw new FindingFixed();
        }
        audit.record(caller, "finding.exempted", subject(finding), Map.of("rule", finding.rule(), "until", until.toString()));
    }

    void endExemption(StoredFinding finding, Caller caller) {
        var kind = Catalogue.shipped().get(finding.rule()).kind();
        if (!findings.endExemption(finding, store.due(kind, LocalDate.now(clock)))) {
            throw new FindingFixed();
        }
        audit.record(caller, "finding.exemption-ended", subject(finding), Map.of("rule", finding.rule()));
    }

    /** Asks somebody to mend it. Asking the same thing of the same account counts once a day. */
    void assign(StoredFinding finding, String account, Caller caller) {
        if (!findings.assign(finding, account)) {
            throw new FindingFixed();
        }
        var midnight = LocalDateTime.ofInstant(LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant(), ZoneOffset.UTC);
        if (!findings.wasAskedSince(finding, account, midnight)) {
            findings.ask(finding, account, caller.account(), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
        audit.record(caller, "finding.assigned", subject(finding), Map.of("rule", finding.rule(), "account", account));
    }

    private static Subject subject(StoredFinding finding) {
        return Subject.in(finding.village(), "finding", Long.toString(finding.id()));
    }
}
