package org.jingzhun.household.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jingzhun.household.quality.FindingStore.Kept;
import org.jingzhun.household.quality.QualityRun.Phase;
import org.jingzhun.household.quality.RegisterReader.Stored;
import org.jingzhun.household.rules.Catalogue;
import org.jingzhun.household.rules.Rules;
import org.jingzhun.household.rules.Thresholds;
import org.jingzhun.starter.crypto.StoredDigests;
import org.jingzhun.starter.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds the stored register to the rules: village by village, then across them. Each step commits its findings with its progress. */
@Component
class QualityCheck {

    private static final Logger log = LoggerFactory.getLogger(QualityCheck.class);

    private final QualityRuns runs;
    private final RegisterReader reader;
    private final FindingStore findings;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final StoredDigests digests;
    private final QualitySettings settings;
    private final Clock clock;
    private final Rules rules = Rules.shipped();
    private final Thresholds thresholds = Thresholds.shipped();
    private final VillageRules villageRules = new VillageRules(thresholds);

    QualityCheck(QualityRuns runs, RegisterReader reader, FindingStore findings, Transactions transactions, JdbcClient jdbc,
            StoredDigests digests, QualitySettings settings, Clock clock) {
        this.runs = runs;
        this.reader = reader;
        this.findings = findings;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.digests = digests;
        this.settings = settings;
        this.clock = clock;
    }

    /** Goes on where an earlier attempt has stopped; false where it was told to stop before the end. */
    boolean run(long id, String worker, BooleanSupplier stop) {
        var began = clock.instant();
        var before = runs.get(id);
        transactions.inOne(() -> findings.reopenExpired(before.runOn()));
        for (var run = before; run.phase() == Phase.VILLAGES; run = runs.get(id)) {
            if (stop.getAsBoolean()) {
                return false;
            }
            villages(run, worker);
        }
        for (var run = runs.get(id); run.phase() == Phase.ACROSS; run = runs.get(id)) {
            if (stop.getAsBoolean()) {
                return false;
            }
            across(run, worker);
        }
        runs.finish(id, worker, QualityRun.State.DONE);
        report(runs.get(id), before, began);
        return true;
    }

    private void report(QualityRun run, QualityRun before, Instant began) {
        var seconds = Math.max(0.001, Duration.between(began, clock.instant()).toMillis() / 1000.0);
        log.info("Quality run {} of area '{}': {} households, {} persons, {} findings, {} opened, {} closed, {} s, {} persons/s",
                run.number(), run.area(), run.households(), run.persons(), run.found(), run.opened(), run.closed(), seconds,
                Math.round((run.persons() - before.persons()) / seconds));
    }

    private void villages(QualityRun run, String worker) {
        transactions.inOne(() -> {
            var villages = next(run);
            if (villages.isEmpty()) {
                runs.advance(run.id(), worker, Phase.ACROSS, "", 0, 0, new Kept(0, 0, 0));
                return;
            }
            var households = reader.read(villages, run.runOn());
            var kept = findings.keep(villages, judge(households), run.runOn());
            runs.advance(run.id(), worker, Phase.VILLAGES, villages.getLast(), households.size(),
                    households.stream().mapToInt(household -> household.persons().size()).sum(), kept);
        });
    }

    /** Whole villages, until there are enough households; also those that only findings know, because all have moved away. */
    private List<String> next(QualityRun run) {
        var villages = new ArrayList<String>();
        var households = 0;
        for (var position = run.position(); households < settings.householdsAtOnce(); position = villages.getLast()) {
            var next = jdbc.sql("""
                    select min(village) from (
                        (select village from household where village > :after and village between :from and :to
                          order by village limit 1)
                        union all
                        (select village from finding where village > :after and village between :from and :to
                          order by village limit 1)) one
                    """).param("after", position).param("from", run.range().from()).param("to", run.range().to())
                    .query((row, number) -> row.getString(1)).list().getFirst();
            if (next == null) {
                break;
            }
            villages.add(next);
            households += jdbc.sql("select count(*) from household where village = ?").param(next).query(Integer.class).single();
        }
        return villages;
    }

    /** Everything that is wrong with these households, which are all of their villages. */
    List<Judgement> judge(List<Stored> households) {
        var found = new ArrayList<Judgement>();
        for (var household : households) {
            for (var person : household.persons()) {
                rules.check(person.facts(), household.facts().village())
                        .forEach(finding -> found.add(Judgement.of(household, person, finding)));
            }
            rules.check(household.facts()).forEach(finding -> found.add(Judgement.of(household, finding)));
        }
        VillageRules.byVillage(households).values().forEach(village -> found.addAll(villageRules.check(village)));
        return found;
    }

    private void across(QualityRun run, String worker) {
        var next = Arrays.stream(AcrossRule.values()).filter(rule -> rule.code().compareTo(run.position()) > 0)
                .min(Comparator.comparing(AcrossRule::code));
        if (next.isEmpty()) {
            runs.advance(run.id(), worker, Phase.OVER, "", 0, 0, new Kept(0, 0, 0));
            return;
        }
        var rule = next.get();
        if (rule.comparesDigests() && digests.isUnderWay()) { // equal phones may have different ones; what was found stays
            log.info("Quality run {} leaves {} out while the key for digests is being changed", run.number(), rule.code());
            transactions.inOne(() -> runs.leaveOut(run.id(), worker, rule.code()));
            return;
        }
        transactions.inOne(() -> {
            jdbc.sql("delete from quality_across where run_id = ? and rule = ?").param(run.id()).param(rule.code()).update();
            jdbc.sql("""
                    insert ignore into quality_across (run_id, rule, household_id, person_key, village, household, person, arguments)
                    %s""".formatted(rule.sql().replaceFirst("select", "select :run, :rule,"))).param("run", run.id())
                    .param("rule", rule.code())
                    .param("areaFrom", run.range().from()).param("areaTo", run.range().to()).param("day", run.runOn())
                    .param("limit", thresholds.on(rule.limit(), run.runOn()))
                    .param("validFrom", Catalogue.shipped().get(rule.code()).validFrom()).update();
            runs.advance(run.id(), worker, Phase.ACROSS, rule.code(), 0, 0, findings.keep(run, rule));
        });
    }
}
