package org.jingzhun.starter.probe;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jingzhun.starter.web.IfMatch;
import org.jingzhun.starter.web.Version;
import org.jingzhun.test.token.TestTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
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
import org.springframework.web.server.ResponseStatusException;

import static org.springframework.http.HttpStatus.ACCEPTED;
import static org.springframework.http.HttpStatus.NOT_FOUND;

/** A small service that uses everything the starter gives, so that the starter can be tested as services see it. */
@SpringBootConfiguration
@EnableAutoConfiguration(excludeName = {
        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
        "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
        "org.jingzhun.starter.crypto.CryptoAutoConfiguration",
        "org.jingzhun.starter.database.DatabaseAutoConfiguration",
        "org.jingzhun.starter.audit.AuditAutoConfiguration",
        "org.jingzhun.starter.idempotency.IdempotencyAutoConfiguration"})
@Import({TestTokens.class, Probe.Records.class, Probe.Refusals.class})
public class Probe {

    /** The same with the keys of a real issuer. */
    @SpringBootConfiguration
    @EnableAutoConfiguration(excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.jingzhun.starter.crypto.CryptoAutoConfiguration",
            "org.jingzhun.starter.database.DatabaseAutoConfiguration",
            "org.jingzhun.starter.audit.AuditAutoConfiguration",
            "org.jingzhun.starter.idempotency.IdempotencyAutoConfiguration"})
    @Import(Records.class)
    public static class WithoutTestKeys {}

    public record Line(String number, String village, String name) {}

    public static final List<Line> LINES = lines();

    private static List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < 7; i++) {
            lines.add(new Line("H101-" + i, "45148110120" + i, "甲家" + i));
            lines.add(new Line("H100-" + i, "45148110020" + i, "乙家" + i));
        }
        lines.sort(Comparator.comparing(Line::village).thenComparing(Line::number));
        return List.copyOf(lines);
    }

    @RestController
    @RequestMapping("/api/probe/v1/records")
    @May("household:read")
    static class Records {

        @GetMapping
        Page<Line> list(Area area, @RequestParam(required = false) @Nullable String name, Cursor after) {
            var found = LINES.stream()
                    .filter(line -> area.scope().covers(line.village()))
                    .filter(line -> name == null || line.name().startsWith(name))
                    .filter(line -> (line.village() + line.number()).compareTo(after.text(0) + after.text(1)) > 0)
                    .limit(after.fetch()).toList();
            return Page.of(found, after, line -> List.of(line.village(), line.number()));
        }

        @GetMapping("/{number}")
        ResponseEntity<View> one(@PathVariable String number, Scope scope,
                @Permitted("household:read-sensitive") Scope sensitive) {
            var line = find(number, scope);
            return ResponseEntity.ok().eTag(Version.tag(3))
                    .body(new View(line.number(), sensitive.covers(line.village()) ? line.name() : "**", new BigDecimal("1E+2")));
        }

        @PutMapping("/{number}")
        @May("household:change")
        View change(@PathVariable String number, Scope scope, IfMatch ifMatch, @Valid @RequestBody Change change) {
            var line = find(number, scope);
            ifMatch.require(3);
            return new View(line.number(), change.name(), change.income());
        }

        @PostMapping("/searches")
        List<Line> search(Scope scope, @RequestBody Search search) {
            return LINES.stream().filter(line -> scope.covers(line.village()) && line.name().equals(search.name())).toList();
        }

        @PostMapping
        @May("household:change")
        ResponseEntity<Void> open(Caller caller, @RequestHeader("Idempotency-Key") String key,
                @Valid @RequestBody Change change) {
            return ResponseEntity.created(URI.create("/api/probe/v1/records/H9")).build();
        }

        @PutMapping("/{number}/content")
        @May("import:run")
        @ResponseStatus(ACCEPTED)
        String upload(@PathVariable String number, Scope scope, HttpServletRequest request) throws IOException {
            find(number, scope);
            return "{\"bytes\":" + request.getInputStream().transferTo(OutputStream.nullOutputStream()) + "}";
        }

        private static Line find(String number, Scope scope) {
            return LINES.stream().filter(line -> line.number().equals(number) && scope.covers(line.village())).findFirst()
                    .orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
        }

        record View(String number, String name, BigDecimal income) {}

        record Change(@NotBlank @Size(max = 5) String name, @Positive BigDecimal income, @Nullable LocalDate day,
                @Pattern(regexp = "\\d{12}") @Nullable String village, @Nullable List<@Valid Member> members) {}

        record Member(@NotBlank String name, int age) {}

        record Search(String name) {}
    }

    @RestController
    @RequestMapping("/api/probe/v1")
    @PreAuthorize("isAuthenticated()")
    static class Refusals {

        @GetMapping("/me")
        Caller me(Caller caller) {
            return caller;
        }

        @GetMapping("/failures/{kind}")
        void fail(@PathVariable String kind) {
            throw switch (kind) {
                case "optimistic" -> new OptimisticLockingFailureException("secret table");
                case "duplicate" -> new DuplicateKeyException("Duplicate entry '451481199001011234' for key x");
                case "lock" -> new CannotAcquireLockException("deadlock");
                case "database" -> new DataAccessResourceFailureException("no connection to 10.0.0.1");
                default -> new IllegalStateException("the secret of the implementation");
            };
        }

        @GetMapping("/numbers/{number}")
        int number(@PathVariable int number, @RequestParam LocalDate day) {
            return number;
        }

        @GetMapping("/machines")
        @PreAuthorize("hasAuthority('SCOPE_feed') and hasAuthority('KIND_SERVICE')")
        String machines() {
            return "ok";
        }
    }
}
