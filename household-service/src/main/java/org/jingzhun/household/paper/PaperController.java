package org.jingzhun.household.paper;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.PastOrPresent;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.history.Moment;
import org.jingzhun.household.record.Disclosure;
import org.jingzhun.household.record.HouseholdRecord;
import org.jingzhun.household.record.HouseholdRecords;
import org.jingzhun.household.record.HouseholdRecords.Selection;
import org.jingzhun.household.register.Sensitivity;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.accesslog.AccessLog;
import org.jingzhun.starter.accesslog.Opened;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Household cards and village registers to print. */
@RestController
@RequestMapping("/api/household/v1")
@May("household:read")
class PaperController {

    private final HouseholdRecords records;
    private final HouseholdCard card;
    private final VillageRegister register;
    private final Sensitivity sensitivity;
    private final Divisions divisions;
    private final AccessLog accesses;
    private final Clock clock;

    PaperController(HouseholdRecords records, HouseholdCard card, VillageRegister register, Sensitivity sensitivity,
            Divisions divisions, AccessLog accesses, Clock clock) {
        this.records = records;
        this.card = card;
        this.register = register;
        this.sensitivity = sensitivity;
        this.divisions = divisions;
        this.accesses = accesses;
        this.clock = clock;
    }

    /** The household card; {@code year} is the one whose income it shows. */
    @GetMapping(path = "/households/{number}/card", produces = MediaType.APPLICATION_PDF_VALUE)
    void card(@PathVariable String number, @RequestParam(required = false) @Nullable @PastOrPresent LocalDate asOf,
            @RequestParam(required = false) @Nullable Integer year, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller, HttpServletResponse response)
            throws IOException {
        var ofYear = year == null ? day(asOf).getYear() - 1 : year;
        var found = records.after(new Selection(scope.condition("h.village"), "h.number = :wanted", Map.of("wanted", number),
                ofYear, moment(asOf)), "", "", 1);
        if (found.isEmpty()) {
            throw new NothingToPrint();
        }
        var household = shown(found.getFirst(), sensitive);
        accesses.record(caller, Opened.one("paper.made", household.number(), household.village()));
        start(response, "card-" + household.number());
        card.write(household, ofYear, footer(asOf), response.getOutputStream());
    }

    /** The village register: every household of a village in a line. */
    @GetMapping(path = "/villages/{code}/register", produces = MediaType.APPLICATION_PDF_VALUE)
    void register(@PathVariable String code, @RequestParam(required = false) @Nullable @PastOrPresent LocalDate asOf, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller, HttpServletResponse response)
            throws IOException {
        if (!scope.covers(code)) {
            throw new NothingToPrint();
        }
        accesses.record(caller, new Opened("paper.made", null, code, null, 0));
        start(response, "register-" + code);
        var selection = new Selection(scope.condition("h.village"), "h.village = :wanted", Map.of("wanted", code),
                day(asOf).getYear() - 1, moment(asOf));
        register.write(divisions.name(code) + "村簿", footer(asOf), (after, limit) -> records.after(selection, code, after, limit)
                .stream().map(household -> shown(household, sensitive)).toList(), response.getOutputStream());
    }

    private HouseholdRecord shown(HouseholdRecord household, Scope sensitive) {
        new Disclosure(sensitive, new Scope.None()).apply(household, sensitivity);
        return household;
    }

    private @Nullable Moment moment(@Nullable LocalDate asOf) {
        return asOf == null ? null : new Moment(asOf, clock.instant());
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }

    private String footer(@Nullable LocalDate asOf) {
        return "截至 " + day(asOf) + "    打印 " + LocalDate.now(clock) + "    证件号码、电话已脱敏";
    }

    private static void start(HttpServletResponse response, String name) {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
