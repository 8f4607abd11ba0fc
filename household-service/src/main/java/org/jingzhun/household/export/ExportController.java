package org.jingzhun.household.export;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.record.Disclosure;
import org.jingzhun.household.register.FilterCheck;
import org.jingzhun.household.register.HouseholdFilter;
import org.jingzhun.household.register.SensitiveWithheld;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.access.Scopes;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders of exports, and their contents. */
@RestController
@RequestMapping(ExportController.PATH)
@May(ExportController.MAKE)
class ExportController {

    static final String PATH = "/api/household/v1/exports";
    static final String MAKE = "export:make";

    private final Exports exports;
    private final ExportService service;
    private final FilterCheck filters;
    private final Scopes scopes;
    private final Idempotency idempotency;
    private final Clock clock;

    ExportController(Exports exports, ExportService service, FilterCheck filters, Scopes scopes, Idempotency idempotency,
            Clock clock) {
        this.exports = exports;
        this.service = service;
        this.filters = filters;
        this.scopes = scopes;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Orders an export of what {@code area} and the filter select, for a purpose. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED) // for the description; the answer says it itself
    ResponseEntity<ExportView> order(Area area, @Valid @RequestBody NewExport wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Permitted("household:read-sensitive") Scope sensitive, @Permitted("household:unmask") Scope unmasked,
            Caller caller) {
        if (wanted.filter() != null) {
            filters.check(wanted.filter());
            if (filters.isSensitive(wanted.filter()) && sensitive instanceof Scope.None) {
                throw new SensitiveWithheld();
            }
        }
        if (wanted.isUnmasked() && unmasked instanceof Scope.None) {
            throw new UnmaskedNotYours();
        }
        var outcome = idempotency.once(caller, "POST " + PATH, key, new Asked(area.code(), wanted), () -> {
            var order = wanted.order(exports.newNumber(), caller.account(), area.code(), clock);
            exports.add(order);
            return PATH + "/" + order.number();
        });
        var number = outcome.location().substring(outcome.location().lastIndexOf('/') + 1);
        return ResponseEntity.created(URI.create(outcome.location())).body(view(find(number, caller)));
    }

    /** The caller's own orders, the youngest first. */
    @GetMapping
    Page<ExportView> list(Cursor after, Caller caller) {
        var page = Page.of(exports.page(caller.account(), after), after, it -> List.of(it.id()));
        return new Page<>(page.items().stream().map(it -> view(it.order())).toList(), page.next());
    }

    @GetMapping("/{number}")
    ExportView one(@PathVariable String number, Caller caller) {
        return view(find(number, caller));
    }

    /** The content, as it is read. A transfer that breaks off is no export: it has to be fetched again. */
    @GetMapping("/{number}/content")
    void content(@PathVariable String number, Caller caller, Authentication authentication,
            @Permitted("household:read-sensitive") Scope sensitive, @Permitted("household:unmask") Scope unmasked,
            HttpServletResponse response) throws IOException {
        var order = find(number, caller);
        if (!service.isValid(order)) {
            throw new ExportExpired();
        }
        var scope = order.area().isEmpty()
                ? scopes.of(authentication, MAKE)
                : scopes.narrowed(authentication, MAKE, order.area());
        response.setContentType(order.format().mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s.%s\"".formatted(order.number(), order.format().extension()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        service.write(order, scope, new Disclosure(sensitive, order.unmasked() ? unmasked : new Scope.None()), caller,
                response.getOutputStream());
    }

    private Export find(String number, Caller caller) {
        return exports.find(number, caller.account()).orElseThrow(ExportNotFound::new);
    }

    private ExportView view(Export order) {
        return new ExportView(order.number(), order.area(), order.format(), order.layout(), order.filter(), order.asOf(),
                order.dataYear(), order.unmasked(), order.purpose(), order.createdAt(), order.households(), order.finishedAt(),
                PATH + "/" + order.number() + "/content");
    }

    /**
     * What is wanted.
     *
     * @param layout columns of a national list; all fields if it is not given. NDJSON has all fields always
     * @param dataYear whose yearly sheet is written; the present year if it is not given
     * @param unmasked resident IDs and phones in full, where the caller may see them
     */
    record NewExport(@NotNull ExportFormat format, @Nullable Layout layout, @Nullable @Valid HouseholdFilter filter,
            @Nullable @PastOrPresent LocalDate asOf, @Nullable @Min(2000) @Max(2100) Integer dataYear,
            @Nullable Boolean unmasked, @NotNull @Size(min = 4, max = 200) String purpose) {

        boolean isUnmasked() {
            return Boolean.TRUE.equals(unmasked);
        }

        Export order(String number, String account, String area, Clock clock) {
            return new Export(number, account, area, format, layout == null ? Layout.ALL : layout,
                    filter == null ? HouseholdFilter.NONE : filter, asOf,
                    dataYear == null ? LocalDate.now(clock).getYear() : dataYear, isUnmasked(), purpose.strip(), clock.instant(),
                    null, null);
        }
    }

    private record Asked(String area, NewExport wanted) {}

    /** An order; {@code households} and {@code finishedAt} once its content was fetched to the end. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExportView(String id, String area, ExportFormat format, Layout layout, HouseholdFilter filter,
            @Nullable LocalDate asOf,
            int dataYear, boolean unmasked, String purpose, Instant createdAt, @Nullable Integer households,
            @Nullable Instant finishedAt, String content) {}
}
