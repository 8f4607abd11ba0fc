package org.jingzhun.starter.feed.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one source page by page. While a page is on its way no transaction is open and no row is locked: the source may be slow. Then a page is one
 * transaction: the lock on the mark, the effects, the new mark; if the mark is no longer the one that the page was asked with, the page is thrown
 * away. What a page brings that was read before is passed over; what it brings in disorder is put in order.
 *
 * <p>Several instances would be right, but would ask for each page several times. Hence the one that stored the last page asks for the next ones
 * too, and the others see to it that somebody does.
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
    private final String instance = UUID.randomUUID().toString();
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
            while (readPage()) {
                attempts = 0;
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** One page. @return whether there is more */
    private boolean readPage() {
        var asked = claimed().orElse(null);
        if (asked == null) {
            return false; // another instance reads it
        }
        remember(asked);
        FeedPage page;
        try {
            page = source.read(asked.mark(), settings.limit());
        } catch (FeedOver e) {
            over(asked);
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> take(page, asked)));
    }

    /** What to ask for, if it is this instance that asks. A page that is stored renews the claim; without one it runs out, and whoever comes first has it. */
    private Optional<ReadState> claimed() {
        var seen = states.find(name()).orElseGet(() -> states.begin(name()));
        if (isLeftToAnother(seen)) {
            return Optional.empty();
        }
        if (seen.isReadNow(settings.claim())) {
            return Optional.of(seen);
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            var free = states.tryLock(name()).filter(it -> !isLeftToAnother(it));
            free.ifPresent(it -> states.claim(name(), instance, settings.claim()));
            return free;
        }));
    }

    private boolean isLeftToAnother(ReadState state) {
        return state.isReadNow(settings.claim()) && !instance.equals(state.reader());
    }

    /** Applies and stores a page. @return whether there is more to be asked for */
    private boolean take(FeedPage page, ReadState asked) {
        var state = states.tryLock(name()).orElse(null);
        if (state == null) {
            return false; // another instance applies the same one, or somebody repeats what was parked
        }
        if (!state.isAt(asked)) {
            log.debug("a page of {} is thrown away: it was asked for in another state", name());
            return true;
        }
        var position = apply(page, state);
        if (page.atEnd() && state.replaying()) {
            listener.caughtUp(state.generation());
        }
        states.store(name(), page, position, state.replaying() && !page.atEnd());
        if (!isLeftToAnother(state)) {
            states.claim(name(), instance, settings.claim());
        }
        return !page.atEnd();
    }

    /** Attempts are counted per page: another mark is another page. */
    private void remember(ReadState state) {
        var here = state.generation() + " " + state.mark();
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

    /** Unless it has begun again meanwhile. */
    private void over(ReadState asked) {
        transaction.executeWithoutResult(status -> {
            if (states.lock(name()).filter(it -> it.isAt(asked)).isPresent()) {
                restart();
            }
        });
    }

    /** Leaves the source to other instances. */
    void leave() {
        try {
            states.leave(name(), instance);
        } catch (RuntimeException e) { // then the claim runs out
            log.debug("{} could not be left", name(), e);
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
