package org.jingzhun.household.duplicate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

import org.jingzhun.household.duplicate.SearchJob.Phase;
import org.jingzhun.household.duplicate.SearchJob.State;
import org.jingzhun.household.duplicate.SearchJobs.Place;
import org.jingzhun.starter.database.Transactions;
import org.springframework.stereotype.Component;

/** Walks over the households of an area, some hundred at a time: what it finds and how far it has come is committed together. */
@Component
class DuplicateSearch {

    private static final int HOUSEHOLDS_AT_ONCE = 400;

    private final SearchJobs jobs;
    private final KeyStore keys;
    private final FactsQuery facts;
    private final Candidates candidates;
    private final Transactions transactions;
    private final Clock clock;

    DuplicateSearch(SearchJobs jobs, KeyStore keys, FactsQuery facts, Candidates candidates, Transactions transactions,
            Clock clock) {
        this.jobs = jobs;
        this.keys = keys;
        this.facts = facts;
        this.candidates = candidates;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Goes on where the last committed step ended. Whether the search is over; it is not where it was told to stop. */
    boolean run(String number, BooleanSupplier stop) {
        var weights = Weights.on(LocalDate.now(clock));
        while (true) {
            var job = jobs.find(number).filter(it -> it.state() == State.RUNNING);
            if (job.isEmpty()) {
                return true;
            }
            if (stop.getAsBoolean()) {
                return false;
            }
            transactions.inOne(() -> step(job.get(), weights));
        }
    }

    private void step(SearchJob job, Weights weights) {
        var places = jobs.next(job, HOUSEHOLDS_AT_ONCE);
        if (places.isEmpty()) {
            jobs.advance(job, next(job));
            return;
        }
        var households = places.stream().map(Place::household).toList();
        var compared = 0;
        var found = 0;
        if (job.phase() == Phase.KEYS) {
            keys.refresh(households);
        } else {
            var range = SearchJobs.range(job, Phase.PAIRS);
            var pairs = List.copyOf(keys.pairs(households, range.from(), range.to(), weights.of("largest-block")));
            compared = pairs.size();
            found = judge(pairs, weights);
        }
        var last = places.getLast();
        jobs.advance(job, new SearchJob(job.id(), job.number(), job.account(), job.area(), State.RUNNING, job.phase(),
                last.village(), last.number(), job.done() + places.size(), job.total(), job.compared() + compared,
                job.found() + found, job.version(), job.createdAt(), null));
    }

    private static SearchJob next(SearchJob job) {
        var state = job.phase() == Phase.KEYS ? State.RUNNING : State.DONE;
        return new SearchJob(job.id(), job.number(), job.account(), job.area(), state, Phase.PAIRS, "", "", job.done(),
                job.total(), job.compared(), job.found(), job.version(), job.createdAt(), null);
    }

    private int judge(List<KeyStore.Pair> pairs, Weights weights) {
        var persons = facts.of(pairs.stream().flatMapToLong(pair -> LongStream.of(pair.one(), pair.other())).boxed().distinct()
                .toList());
        var found = 0;
        for (var pair : pairs) {
            var one = Optional.ofNullable(persons.get(pair.one()));
            var other = Optional.ofNullable(persons.get(pair.other()));
            if (one.isPresent() && other.isPresent()) { // else somebody has left since
                var score = Score.of(one.get(), other.get(), weights);
                if (score.total() >= weights.of("raise-from")) {
                    candidates.raise(one.get(), other.get(), score, weights.version());
                    found++;
                }
            }
        }
        return found;
    }
}
