package org.jingzhun.household.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Catalogue;
import org.jingzhun.household.rules.FindingTexts;
import org.jingzhun.household.rules.RuleEntry;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the rules have found in the register, village by village. */
@RestController
@RequestMapping("/api/household/v1")
@May("finding:read")
class FindingController {

    private static final String SENSITIVE = "household:read-sensitive";

    private final Findings findings;
    private final FindingService service;
    private final Divisions divisions;
    private final Clock clock;

    FindingController(Findings findings, FindingService service, Divisions divisions, Clock clock) {
        this.findings = findings;
        this.service = service;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** Those that are open, unless another state is asked for. */
    @GetMapping("/findings")
    Page<FindingView> list(Area area, Cursor after, @RequestParam(required = false) @Nullable String rule,
            @RequestParam(name = "class", required = false) @Nullable Integer kind,
            @RequestParam(required = false) StoredFinding.@Nullable State state, @Permitted(SENSITIVE) Scope sensitive,
            Locale locale) {
        var filter = new Findings.Filter(rule, kind, state == null ? StoredFinding.State.OPEN : state);
        var page = Page.of(findings.page(area.scope(), sensitive, filter, after), after,
                finding -> List.of(finding.village(), finding.id()));
        return new Page<>(page.items().stream().map(finding -> view(finding, locale)).toList(), page.next());
    }

    @GetMapping("/finding-counts")
    Page<CountView> counts(Area area, Cursor after, @Permitted(SENSITIVE) Scope sensitive) {
        var page = Page.of(findings.counts(area.scope(), sensitive, LocalDate.now(clock), after), after,
                count -> List.of(count.village(), count.rule()));
        return new Page<>(page.items().stream().map(it -> new CountView(it.village(), divisions.name(it.village()), it.rule(),
                it.kind(), it.openFindings(), it.exempt(), it.overdue())).toList(), page.next());
    }

    @GetMapping("/findings/{id}")
    FindingView one(@PathVariable String id, Scope scope, @Permitted(SENSITIVE) Scope sensitive, Locale locale) {
        return view(found(id, scope, sensitive), locale);
    }

    @PutMapping("/findings/{id}/exemption")
    @May("finding:exempt")
    FindingView exempt(@PathVariable String id, @Valid @RequestBody Exemption exemption, Scope scope,
            @Permitted(SENSITIVE) Scope sensitive, Caller caller, Locale locale) {
        service.exempt(found(id, scope, sensitive), exemption.until(), exemption.reason().strip(), caller);
        return view(found(id, scope, sensitive), locale);
    }

    @DeleteMapping("/findings/{id}/exemption")
    @May("finding:exempt")
    FindingView endExemption(@PathVariable String id, Scope scope, @Permitted(SENSITIVE) Scope sensitive, Caller caller,
            Locale locale) {
        service.endExemption(found(id, scope, sensitive), caller);
        return view(found(id, scope, sensitive), locale);
    }

    /** Asks an account to mend it; {@code timesAsked} of the answer tells how often it was asked for this very thing. */
    @PutMapping("/findings/{id}/assignment")
    @May("finding:assign")
    FindingView assign(@PathVariable String id, @Valid @RequestBody Assignment assignment, Scope scope,
            @Permitted(SENSITIVE) Scope sensitive, Caller caller, Locale locale) {
        service.assign(found(id, scope, sensitive), assignment.account().strip(), caller);
        return view(found(id, scope, sensitive), locale);
    }

    private StoredFinding found(String id, Scope scope, Scope sensitive) {
        if (!id.matches("\\d{1,18}")) {
            throw new FindingNotFound();
        }
        return findings.find(Long.parseLong(id), scope, sensitive).orElseThrow(FindingNotFound::new);
    }

    private FindingView view(StoredFinding it, Locale locale) {
        var rule = Catalogue.shipped().get(it.rule());
        var field = Field.of(it.field()).orElseThrow();
        var until = it.exemptUntil();
        return new FindingView(Long.toString(it.id()), it.rule(), rule.kind(), rule.level(), it.village(),
                divisions.name(it.village()), it.household(), it.person(), it.field(),
                FindingTexts.text(it.rule(), field, Judgement.arguments(it.arguments()), locale), it.state(), it.foundOn(),
                it.lastSeenOn(), it.timesSeen(), it.timesBack(), it.fixedOn(), it.dueOn(),
                it.state() == StoredFinding.State.OPEN && it.dueOn().isBefore(LocalDate.now(clock)), it.owner(),
                it.owner() == null ? 0 : findings.timesAsked(it, it.owner()),
                until == null
                        ? null
                        : new ExemptionView(until, String.valueOf(it.exemptReason()), String.valueOf(it.exemptBy())));
    }

    record Exemption(@NotNull LocalDate until, @NotBlank @Size(max = 400) String reason) {}

    record Assignment(@NotBlank @Size(max = 40) String account) {}

    /** {@code owner} is who was asked to mend it; without one it is the village's. No value of the register stands here. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(String id, String rule, int ruleClass, RuleEntry.Level level, String village, String villageName,
            String household, @Nullable String person, String field, String message, StoredFinding.State state, LocalDate foundOn,
            LocalDate lastSeenOn, int timesSeen, int timesBack, @Nullable LocalDate fixedOn, LocalDate dueOn, boolean overdue,
            @Nullable String owner, int timesAsked, @Nullable ExemptionView exemption) {}

    record ExemptionView(LocalDate until, String reason, String by) {}

    record CountView(String village, String villageName, String rule, int ruleClass, int open, int exempt, int overdue) {}
}
