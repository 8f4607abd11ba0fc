package org.jingzhun.starter.feed.reading;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far the feeds of others were read, and reading one again from zero. */
@RestController
@RequestMapping("/api/${jingzhun.feed.service}/v1")
class FeedsController {

    private final ReadStates states;
    private final ParkedFacts parked;
    private final ReadingLoops loops;
    private final Transactions transactions;
    private final Audit audit;

    FeedsController(ReadStates states, ParkedFacts parked, ReadingLoops loops, Transactions transactions, Audit audit) {
        this.states = states;
        this.parked = parked;
        this.loops = loops;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** UNREAD: not once; OUT: the last attempt failed, {@code error} says how. */
    enum State {
        UNREAD, REPLAYING, FOLLOWING, OUT
    }

    /**
     * What is known of one source.
     *
     * @param lag facts that the source had when it was last read and that were not read
     */
    record Feed(String source, State state, int generation, long position, long head, long lag, long parked,
            @Nullable Instant lastReadAt, @Nullable String error) {}

    record Feeds(List<Feed> items) {}

    record Replay(@NotBlank String source) {}

    @GetMapping("/feeds")
    @May("feed:read")
    Feeds feeds() {
        return new Feeds(states.all().stream().filter(it -> loops.reader(it.source()).isPresent()).map(this::feed).toList());
    }

    private Feed feed(ReadState it) {
        var lag = Math.max(0, it.head() - it.position());
        return new Feed(it.source(), state(it), it.generation(), it.position(), it.head(), lag, parked.count(it.source()),
                it.lastReadAt() == null ? null : it.lastReadAt().toInstant(ZoneOffset.UTC), it.lastError());
    }

    private static State state(ReadState it) {
        if (it.lastError() != null) {
            return State.OUT;
        }
        if (it.lastReadAt() == null) {
            return State.UNREAD;
        }
        return it.replaying() ? State.REPLAYING : State.FOLLOWING;
    }

    @PostMapping("/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @May("feed:replay")
    void replay(@Valid @RequestBody Replay wanted, Caller caller) {
        var reader = loops.reader(wanted.source()).orElseThrow(FeedNotRead::new);
        transactions.inOne(() -> {
            reader.restart();
            audit.record(caller, "feed.replayed", Subject.of("feed", wanted.source()), Map.of());
        });
        loops.wake(wanted.source());
    }
}
