package org.jingzhun.starter.feed.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one source page by page. A page is one transaction: the lock on the mark, the effects, the new mark. What a page brings that was read
 * before is passed over; what it brings in disorder is put in order.
 */
class FeedReader {

    private static final Logger log = LoggerFactory.getLogger(FeedReader.class);

    private final FeedSource source;
    private final FactListener listener;
    private final ReadStates states;
    private final ParkedFacts parked;
    private final TransactionTemplate transaction;
    private final TransactionTemplate step;
    private final ReadingSettings settings;
    private @Nullable String failedAt;
    private int attempts;

    FeedReader(FeedSource source, FactListener listener, ReadStates states, ParkedFacts parked,
            PlatformTransactionManager transactions, ReadingSettings settings) {
        this.source = source;
        this.listener = listener;
        this.states = states;
        this.parked = parked;
        this.settings = settings;
        transaction = new TransactionTemplate(transactions);
        step = new TransactionTemplate(transactions);
        step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    String name() {
        return source.name();
    }

    /** Reads until the end of the source, or until something fails. */
    void readAll() {
        try {
            if (states.find(name()).isEmpty()) {
                states.begin(name());
            }
            while (Boolean.TRUE.equals(transaction.execute(status -> readPage()))) {
                attempts = 0;
            }
        } catch (FeedOver e) {
            restart();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** One page. @return whether there is more */
    private boolean readPage() {
        var state = states.tryLock(name()).orElse(null);
        if (state == null) {
            return false; // another instance reads it
        }
        remember(state.mark());
        var page = source.read(state.mark(), settings.limit());
        var position = apply(page, state);
        if (page.atEnd() && state.replaying()) {
            listener.caughtUp(state.generation());
        }
        states.store(name(), page, position, state.replaying() && !page.atEnd());
        return !page.atEnd();
    }

    /** Attempts are counted per page: another mark is another page. */
    private void remember(@Nullable String mark) {
        var here = String.valueOf(mark);
        if (!here.equals(failedAt)) {
            failedAt = here;
            attempts = 0;
        }
    }

    private long apply(FeedPage page, ReadState state) {
        var position = new long[]{state.position()};
        var facts = page.facts().stream().sorted(Comparator.comparingLong(Fact::position)).filter(fact -> {
            var isNew = fact.position() > position[0];
            position[0] = Math.max(position[0], fact.position());
            return isNew;
        }).toList();
        if (facts.isEmpty()) {
            return position[0];
        }
        var stuck = parked.of(name());
        if (attempts == 0 && stuck.isEmpty()) {
            listener.on(facts, state.generation());
        } else {
            facts.forEach(fact -> applyOne(fact, state.generation(), stuck));
        }
        return position[0];
    }

    private void applyOne(Fact fact, int generation, Set<ParkedFacts.About> stuck) {
        if (stuck.contains(ParkedFacts.About.of(fact))) {
            parked.park(name(), fact, 0, null);
            return;
        }
        try {
            step.executeWithoutResult(status -> listener.on(List.of(fact), generation));
        } catch (RuntimeException e) {
            if (Failure.isPassing(e) || attempts + 1 < settings.attempts()) {
                throw e;
            }
            log.error("a fact of {} is parked: position {}, {}", name(), fact.position(), Failure.of(e));
            parked.park(name(), fact, attempts + 1, Failure.of(e));
            stuck.add(ParkedFacts.About.of(fact));
        }
    }

    private void failed(RuntimeException failure) {
        if (!(failure instanceof FeedUnavailable) && !Failure.isPassing(failure)) {
            attempts++;
        }
        var error = Failure.of(failure);
        log.debug("{} could not be read", name(), failure);
        try {
            states.failed(name(), error);
        } catch (RuntimeException e) {
            log.debug("nor could that be stored", e);
        }
    }

    /** From zero under a new generation; what was stored stays until the new one has caught up. */
    void restart() {
        log.info("{} is read from zero", name());
        transaction.executeWithoutResult(status -> {
            states.lock(name());
            states.restart(name());
            parked.forget(name());
        });
    }

    /** Tries all parked facts of one thing again, in their order. @return whether they are applied now */
    boolean repeat(ParkedFact one) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var state = states.lock(name()).orElseThrow();
            for (var each : parked.about(one)) {
                try {
                    step.executeWithoutResult(ignored -> listener.on(List.of(each.fact()), state.generation()));
                    parked.done(each);
                } catch (RuntimeException e) {
                    if (Failure.isPassing(e)) {
                        throw e;
                    }
                    parked.failedAgain(each, Failure.of(e));
                    return false;
                }
            }
            return true;
        }));
    }
}
