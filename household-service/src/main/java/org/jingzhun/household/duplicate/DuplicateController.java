package org.jingzhun.household.duplicate;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.duplicate.Sides.Side;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.accesslog.AccessLog;
import org.jingzhun.starter.accesslog.Opened;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jingzhun.starter.web.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pairs of persons who may be one: seen, judged by one officer, approved or refused by another. */
@RestController
@RequestMapping("/api/household/v1/duplicates")
@May(DuplicateController.READ)
class DuplicateController {

    static final String READ = "duplicate:read";

    private final Candidates candidates;
    private final Adjudication adjudication;
    private final Sides sides;
    private final AccessLog accesses;

    DuplicateController(Candidates candidates, Adjudication adjudication, Sides sides, AccessLog accesses) {
        this.candidates = candidates;
        this.adjudication = adjudication;
        this.sides = sides;
        this.accesses = accesses;
    }

    /** In the order in which they were found. {@code minScore} leaves out pairs of which one is registered elsewhere. */
    @GetMapping
    Page<DuplicateView> list(Area area, Cursor after, @RequestParam(required = false) @Nullable CandidateState state,
            @RequestParam(required = false) @Nullable @Min(0) @Max(100) Integer minScore,
            @Permitted("household:read-sensitive") Scope sensitive) {
        var page = Page.of(candidates.page(area.scope(), state, minScore, after), after, it -> List.of(it.id()));
        var persons = page.items().stream().flatMap(it -> Stream.of(it.first(), it.second())).distinct().toList();
        var seen = sides.of(persons, false, area.scope(), sensitive);
        return new Page<>(page.items().stream().map(it -> DuplicateView.of(it, seen))
                .filter(it -> !it.first().elsewhere() || !it.second().elsewhere()).toList(), page.next());
    }

    /** Both side by side. */
    @GetMapping("/{number}")
    ResponseEntity<DuplicateView> one(@PathVariable String number, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        var pair = candidates.find(number).orElseThrow(Refusals.NotFound::new);
        var view = view(pair, scope, sensitive);
        Stream.of(view.first(), view.second()).forEach(side -> {
            if (side.person() != null && side.village() != null) {
                accesses.opened(caller, Opened.one("duplicate.opened", side.person(), side.village()));
            }
        });
        return ResponseEntity.ok().eTag(Version.tag(pair.version())).body(view);
    }

    @PutMapping("/{number}/decision")
    @May("duplicate:decide")
    ResponseEntity<DuplicateView> decide(@PathVariable String number, @Valid @RequestBody Decision decision, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        adjudication.decide(number, decision.verdict(), decision.keep(), decision.reason().strip(), scope, caller);
        return answer(number, scope, sensitive);
    }

    @PutMapping("/{number}/approval")
    @May("duplicate:approve")
    ResponseEntity<DuplicateView> approve(@PathVariable String number, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        adjudication.approve(number, scope, caller);
        return answer(number, scope, sensitive);
    }

    @PutMapping("/{number}/refusal")
    @May("duplicate:approve")
    ResponseEntity<DuplicateView> refuse(@PathVariable String number, @Valid @RequestBody RefusedBecause refusal, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        adjudication.refuse(number, refusal.reason().strip(), scope, caller);
        return answer(number, scope, sensitive);
    }

    private ResponseEntity<DuplicateView> answer(String number, Scope scope, Scope sensitive) {
        var pair = candidates.find(number).orElseThrow(Refusals.NotFound::new);
        return ResponseEntity.ok().eTag(Version.tag(pair.version())).body(view(pair, scope, sensitive));
    }

    private DuplicateView view(Candidate pair, Scope scope, Scope sensitive) {
        var view = DuplicateView.of(pair, sides.of(List.of(pair.first(), pair.second()), true, scope, sensitive));
        if (view.first().elsewhere() && view.second().elsewhere()) {
            throw new Refusals.NotFound();
        }
        return view;
    }

    /** What one officer says; {@code keep} is the number that stays, where they are the same. */
    record Decision(@NotNull Verdict verdict, @Nullable @Pattern(regexp = "[0-9A-Za-z-]{1,32}") String keep,
            @NotBlank @Size(max = 400) String reason) {}

    record RefusedBecause(@NotBlank @Size(max = 400) String reason) {}

    /**
     * A pair; what tells of both only where both are seen.
     *
     * @param parts what the score is made of, by the names of the weights
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DuplicateView(String id, CandidateState state, Side first, Side second, @Nullable Integer score,
            @Nullable Map<String, Integer> parts, @Nullable String rules, OffsetDateTime foundAt, @Nullable String keep,
            @Nullable String reason, @Nullable String decidedBy, @Nullable OffsetDateTime decidedAt,
            @Nullable String approvedBy, @Nullable OffsetDateTime approvedAt, @Nullable String refusal) {

        static DuplicateView of(Candidate pair, Map<String, Side> sides) {
            var first = sides.getOrDefault(pair.first(), Side.ELSEWHERE);
            var second = sides.getOrDefault(pair.second(), Side.ELSEWHERE);
            if (first.elsewhere() || second.elsewhere()) {
                return new DuplicateView(pair.number(), pair.state(), first, second, null, null, null, utc(pair.foundAt()), null,
                        null, null, null, null, null, null);
            }
            return new DuplicateView(pair.number(), pair.state(), first, second, pair.score(), Score.read(pair.parts()),
                    pair.ruleVersion(), utc(pair.foundAt()), pair.keep(), pair.reason(), pair.decidedBy(),
                    at(pair.decidedAt()), pair.approvedBy(), at(pair.approvedAt()), pair.refusal());
        }

        private static OffsetDateTime utc(LocalDateTime at) {
            return at.atOffset(ZoneOffset.UTC);
        }

        private static @Nullable OffsetDateTime at(@Nullable LocalDateTime at) {
            return at == null ? null : utc(at);
        }
    }
}
