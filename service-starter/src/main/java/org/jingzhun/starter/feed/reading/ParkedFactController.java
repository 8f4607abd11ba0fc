package org.jingzhun.starter.feed.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Facts that could not be applied, for whoever removes the cause. */
@RestController
@RequestMapping("/api/${jingzhun.feed.service}/v1/parked-facts")
@May("parked-fact:read")
class ParkedFactController {

    private final ParkedFacts parked;
    private final ReadingLoops loops;
    private final Transactions transactions;
    private final Audit audit;

    ParkedFactController(ParkedFacts parked, ReadingLoops loops, Transactions transactions, Audit audit) {
        this.parked = parked;
        this.loops = loops;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * A parked fact without its content, which is the source's to show.
     *
     * @param attempts 0 if only an earlier fact of the same aggregate failed
     */
    record ParkedView(long id, String source, long position, String kind, String aggregateKind, String aggregate, long version,
            int attempts, @Nullable String error, Instant parkedAt) {

        static ParkedView of(ParkedFact it) {
            return new ParkedView(it.id(), it.source(), it.position(), it.fact().kind(), it.aggregateKind(), it.aggregate(),
                    it.fact().aggregate().version(), it.attempts(), it.error(), it.parkedAt());
        }
    }

    @GetMapping
    Page<ParkedView> list(Cursor after) {
        return Page.of(parked.after(after.isStart() ? 0 : after.number(0), after.fetch()).stream().map(ParkedView::of).toList(),
                after, it -> List.of(it.id()));
    }

    @GetMapping("/{id}")
    ParkedView one(@PathVariable long id) {
        return ParkedView.of(parked.find(id).orElseThrow(ParkedFactNotFound::new));
    }

    /** Applies it and all that is parked of the same aggregate. */
    @PostMapping("/{id}/repetition")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("parked-fact:repeat")
    void repeat(@PathVariable long id, Caller caller) {
        var one = parked.find(id).orElseThrow(ParkedFactNotFound::new);
        var reader = loops.reader(one.source()).orElseThrow(FeedNotRead::new);
        boolean done = transactions.inOne(() -> {
            var applied = reader.repeat(one);
            audit.record(caller, "parked-fact.repeated", Subject.of("parked-fact", Long.toString(id)),
                    Map.of("source", one.source(), "position", one.position(), "done", applied));
            return applied;
        });
        if (!done) {
            throw new ParkedFactFailedAgain();
        }
    }
}
