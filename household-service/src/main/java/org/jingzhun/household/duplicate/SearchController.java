package org.jingzhun.household.duplicate;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scopes;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.web.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Searches for double entries, as jobs of whoever ordered them. */
@RestController
@RequestMapping(SearchController.PATH)
@May(SearchController.DECIDE)
class SearchController {

    static final String PATH = "/api/household/v1/duplicate-searches";
    static final String DECIDE = "duplicate:decide";

    private static final String LOOK_AGAIN_SECONDS = "1";

    private final SearchJobs jobs;
    private final Scopes scopes;
    private final SchedulerClient scheduler;
    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    SearchController(SearchJobs jobs, Scopes scopes, SchedulerClient scheduler, Idempotency idempotency,
            Transactions transactions, Audit audit, Clock clock) {
        this.jobs = jobs;
        this.scopes = scopes;
        this.scheduler = scheduler;
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Starts a search in an area that one grant of the caller covers. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED) // for the description; the answer says it itself
    ResponseEntity<SearchView> start(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewSearch wanted, Caller caller, Authentication authentication) {
        scopes.narrowed(authentication, DECIDE, wanted.area());
        var outcome = idempotency.once(caller, "POST " + PATH, key, wanted, () -> {
            var number = jobs.add(wanted.area(), caller.account());
            audit.record(caller, "duplicate.search-started", Subject.in(wanted.area(), "duplicate-search", number));
            scheduler.scheduleIfNotExists(SearchTask.DESCRIPTOR.instance(number).build(), clock.instant());
            return PATH + "/" + number;
        });
        var job = own(outcome.location().substring(PATH.length() + 1), caller);
        return answer(ResponseEntity.accepted().location(URI.create(outcome.location())), job);
    }

    @GetMapping("/{number}")
    ResponseEntity<SearchView> one(@PathVariable String number, Caller caller) {
        return answer(ResponseEntity.ok(), own(number, caller));
    }

    /** Ends a search; what it has found stays. */
    @DeleteMapping("/{number}")
    ResponseEntity<SearchView> cancel(@PathVariable String number, Caller caller) {
        var job = own(number, caller);
        transactions.inOne(() -> {
            if (!jobs.cancel(job)) {
                throw new Refusals.SearchOver();
            }
            audit.record(caller, "duplicate.search-cancelled", Subject.in(job.area(), "duplicate-search", job.number()));
        });
        return answer(ResponseEntity.ok(), own(number, caller));
    }

    private SearchJob own(String number, Caller caller) {
        return jobs.find(number, caller.account()).orElseThrow(Refusals.NotFound::new);
    }

    private ResponseEntity<SearchView> answer(ResponseEntity.BodyBuilder answer, SearchJob job) {
        if (job.state() == SearchJob.State.RUNNING) {
            answer.header(HttpHeaders.RETRY_AFTER, LOOK_AGAIN_SECONDS);
        }
        return answer.eTag(Version.tag(job.version())).body(SearchView.of(job, jobs.now()));
    }

    /** Where to search: a division of any level. */
    record NewSearch(@NotNull @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") String area) {}

    /**
     * A search as its owner sees it.
     *
     * @param done of {@code total} households; those of the prefecture are looked at first, then those of the area
     * @param found pairs that are likely enough, those known before included
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SearchView(String id, String area, SearchJob.State state, SearchJob.Phase phase, int done, int total,
            @Nullable Integer householdsPerSecond, @Nullable Integer remainingSeconds, long compared, int found,
            OffsetDateTime createdAt, @Nullable OffsetDateTime finishedAt) {

        static SearchView of(SearchJob job, LocalDateTime now) {
            var until = job.finishedAt();
            var millis = Duration.between(job.createdAt(), until == null ? now : until).toMillis();
            var rate = millis <= 0 ? null : (int) (job.done() * 1000L / millis);
            return new SearchView(job.number(), job.area(), job.state(), job.phase(), job.done(), job.total(), rate,
                    rate == null || rate == 0 || until != null ? null : Math.max(0, job.total() - job.done()) / rate,
                    job.compared(), job.found(), job.createdAt().atOffset(ZoneOffset.UTC),
                    until == null ? null : until.atOffset(ZoneOffset.UTC));
        }
    }
}
