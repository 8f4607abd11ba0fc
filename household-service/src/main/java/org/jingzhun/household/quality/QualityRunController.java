package org.jingzhun.household.quality;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
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

/** Runs of the rules over the register. */
@RestController
@RequestMapping(QualityRunController.PATH)
@May(QualityService.START)
class QualityRunController {

    static final String PATH = "/api/household/v1/quality-runs";

    private final QualityService service;
    private final QualityRuns runs;
    private final Idempotency idempotency;

    QualityRunController(QualityService service, QualityRuns runs, Idempotency idempotency) {
        this.service = service;
        this.runs = runs;
        this.idempotency = idempotency;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED) // for the description; the answer says it itself
    ResponseEntity<RunView> start(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewRun wanted, Scope scope, Caller caller, Authentication authentication) {
        var outcome = idempotency.once(caller, "POST " + PATH, key, wanted,
                () -> PATH + "/" + service.start(wanted.area(), caller, authentication));
        var run = service.visible(outcome.location().substring(PATH.length() + 1), scope);
        return answer(ResponseEntity.accepted().location(URI.create(outcome.location())), run);
    }

    /** The newest first. */
    @GetMapping
    Page<RunView> history(Scope scope, Cursor after) {
        var before = after.isStart() ? Long.MAX_VALUE : after.number(0);
        var page = Page.of(runs.in(scope, before, after.fetch()), after, run -> List.of(run.id()));
        return new Page<>(page.items().stream().map(this::view).toList(), page.next());
    }

    @GetMapping("/{id}")
    ResponseEntity<RunView> one(@PathVariable String id, Scope scope) {
        return answer(ResponseEntity.ok(), service.visible(id, scope));
    }

    /** What was found until now stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<RunView> cancel(@PathVariable String id, Scope scope, Caller caller) {
        var run = service.visible(id, scope);
        service.cancel(run, caller);
        return answer(ResponseEntity.ok(), runs.get(run.id()));
    }

    private ResponseEntity<RunView> answer(ResponseEntity.BodyBuilder answer, QualityRun run) {
        if (!run.state().isOver()) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.eTag(Version.tag(run.version())).body(view(run));
    }

    private RunView view(QualityRun run) {
        return RunView.of(run, runs.now());
    }

    /** Which part of the register. */
    record NewRun(@NotBlank @Size(max = 12) String area) {}

    /**
     * How far a run is; {@code done} and {@code total} are households.
     *
     * @param notJudged rules that were left out because the key for digests was being changed: their findings are as before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunView(String id, String area, QualityRun.State state, QualityRun.Phase phase, int done, int total, int persons,
            int found,
            int opened, int closed, @Nullable Long personsPerSecond, @Nullable Long remainingSeconds, OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt, @Nullable List<String> notJudged) {

        static RunView of(QualityRun run, LocalDateTime now) {
            var started = run.startedAt();
            var finished = run.finishedAt();
            var seconds = started == null
                    ? 0
                    : Duration.between(started, finished == null ? now : finished).toMillis() / 1000.0;
            var isMeasured = seconds > 0.5 && run.households() > 0;
            var left = isMeasured && finished == null
                    ? (Long) Math.round((run.total() - run.households()) / (run.households() / seconds))
                    : null;
            return new RunView(run.number(), run.area(), run.state(), run.phase(), run.households(), run.total(), run.persons(),
                    run.found(), run.opened(), run.closed(), isMeasured ? (Long) Math.round(run.persons() / seconds) : null, left,
                    run.createdAt().atOffset(ZoneOffset.UTC), finished == null ? null : finished.atOffset(ZoneOffset.UTC),
                    run.notJudged().isEmpty() ? null : List.of(run.notJudged().split(",", -1)));
        }
    }
}
