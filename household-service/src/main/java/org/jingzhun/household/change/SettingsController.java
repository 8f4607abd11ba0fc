package org.jingzhun.household.change;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.change.Refusals.Flaw;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.AreaNotYours;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What divisions set for changes: which need a second officer, and when the yearly adjustment is open. */
@RestController
@RequestMapping("/api/household/v1")
@May("change-setting:read")
class SettingsController {

    private static final String RULES = "/api/household/v1/four-eyes-rules";
    private static final String WINDOWS = "/api/household/v1/adjustment-windows";
    private static final String AREA = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";

    private final FourEyes fourEyes;
    private final Windows windows;
    private final Idempotency idempotency;
    private final Clock clock;

    SettingsController(FourEyes fourEyes, Windows windows, Idempotency idempotency, Clock clock) {
        this.fourEyes = fourEyes;
        this.windows = windows;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GetMapping("/four-eyes-rules")
    Page<RuleView> rules(Area area, Cursor after) {
        var page = Page.of(fourEyes.page(area.scope(), after), after, it -> List.of(it.id()));
        return new Page<>(page.items().stream().map(RuleView::of).toList(), page.next());
    }

    @PostMapping("/four-eyes-rules")
    @ResponseStatus(HttpStatus.CREATED)
    @May("change-setting:four-eyes")
    ResponseEntity<Void> addRule(@Valid @RequestBody NewRule wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Scope scope, Caller caller) {
        var flaws = new ArrayList<Flaw>();
        check(flaws, scope, wanted.area(), List.of(wanted.matter()));
        var until = wanted.validTo();
        if (until != null && !until.isAfter(wanted.validFrom())) {
            flaws.add(new Flaw("/validTo", "value.after-start", List.of()));
        }
        require(flaws);
        return created(idempotency.once(caller, "POST " + RULES, key, wanted, () -> RULES + "/" + fourEyes
                .add(wanted.area(), wanted.matter(), wanted.validFrom(), until, wanted.source().strip(), caller).number()));
    }

    @PutMapping("/four-eyes-rules/{number}/end")
    @May("change-setting:four-eyes")
    RuleView endRule(@PathVariable String number, @Valid @RequestBody Day day, Scope scope, Caller caller) {
        return RuleView.of(fourEyes.end(number, notInThePast(day), scope, caller));
    }

    @GetMapping("/adjustment-windows")
    Page<WindowView> windows(Area area, Cursor after, @RequestParam(required = false) @Nullable Integer year) {
        var page = Page.of(windows.page(area.scope(), year, after), after, it -> List.of(it.id()));
        return new Page<>(page.items().stream().map(WindowView::of).toList(), page.next());
    }

    @PostMapping("/adjustment-windows")
    @ResponseStatus(HttpStatus.CREATED)
    @May("change-setting:window")
    ResponseEntity<Void> addWindow(@Valid @RequestBody NewWindow wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Scope scope, Caller caller) {
        var flaws = new ArrayList<Flaw>();
        check(flaws, scope, wanted.area(), wanted.matters());
        if (wanted.closesOn().isBefore(wanted.opensOn())) {
            flaws.add(new Flaw("/closesOn", "value.after-start", List.of()));
        }
        require(flaws);
        return created(idempotency.once(caller, "POST " + WINDOWS, key, wanted, () -> WINDOWS + "/" + windows.add(wanted.year(),
                wanted.area(), wanted.matters(), wanted.opensOn(), wanted.closesOn(), wanted.source().strip(), caller).number()));
    }

    @PutMapping("/adjustment-windows/{number}/end")
    @May("change-setting:window")
    WindowView closeWindow(@PathVariable String number, @Valid @RequestBody Day day, Scope scope, Caller caller) {
        return WindowView.of(windows.close(number, notInThePast(day), scope, caller));
    }

    private static void check(List<Flaw> flaws, Scope scope, String area, List<String> matters) {
        if (!SettingsOfArea.covers(scope, area)) {
            throw new AreaNotYours(area);
        }
        for (var matter : matters) {
            if (!Matters.exists(matter)) {
                flaws.add(new Flaw("/matter", "value.matter", List.of()));
            }
        }
    }

    private static void require(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new Refusals.ChangeNotValid(flaws);
        }
    }

    /** What was decided under a rule or a window stays decided: neither ends before today. */
    private LocalDate notInThePast(Day day) {
        if (day.on().isBefore(LocalDate.now(clock))) {
            throw new Refusals.ChangeNotValid(List.of(new Flaw("/on", "value.from-today", List.of())));
        }
        return day.on();
    }

    private static ResponseEntity<Void> created(Idempotency.Outcome outcome) {
        return ResponseEntity.created(URI.create(outcome.location())).build();
    }

    record NewRule(
            @NotNull @Pattern(regexp = AREA) @Schema(description = "A division of the caller's own area", example = "451481") String area,
            @NotBlank @Size(max = 60) @Schema(description = "An action, an action of a kind (remove-member:03), or a field that is corrected (field:name)", example = "remove-member:03") String matter,
            @NotNull LocalDate validFrom,
            @Nullable @Schema(description = "The first day on which it no longer holds") LocalDate validTo,
            @NotBlank @Size(max = 200) @Schema(description = "The document that says so") String source) {}

    record NewWindow(@Min(2014) @Max(2100) int year, @NotNull @Pattern(regexp = AREA) String area,
            @NotEmpty @Size(max = 10) @Schema(description = "Actions, or actions of a kind, that the window is for", example = "[\"add-household\"]") List<@NotBlank @Size(max = 40) String> matters,
            @NotNull LocalDate opensOn, @NotNull @Schema(description = "The last day of the window") LocalDate closesOn,
            @NotBlank @Size(max = 200) String source) {}

    record Day(@NotNull LocalDate on) {}

    /** A rule of four eyes; an empty area is the whole country. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(String number, String area, String matter, LocalDate validFrom, @Nullable LocalDate validTo, String source,
            String enteredBy) {

        static RuleView of(FourEyes.Rule it) {
            return new RuleView(it.number(), it.area(), it.matter(), it.validFrom(), it.validTo(), it.source(), it.enteredBy());
        }
    }

    record WindowView(String number, int year, String area, List<String> matters, LocalDate opensOn, LocalDate closesOn,
            String source, String enteredBy) {

        static WindowView of(Windows.Window it) {
            return new WindowView(it.number(), it.year(), it.area(), it.matters(), it.opensOn(), it.closesOn(), it.source(),
                    it.enteredBy());
        }
    }
}
