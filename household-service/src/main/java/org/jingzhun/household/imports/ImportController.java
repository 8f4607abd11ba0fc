package org.jingzhun.household.imports;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.imports.ImportFindings.RowFinding;
import org.jingzhun.household.imports.ImportFindings.Wanted;
import org.jingzhun.household.rules.RuleEntry;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jingzhun.starter.problem.Problems;
import org.jingzhun.starter.web.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files on their way into the register. */
@RestController
@RequestMapping(ImportController.PATH)
@May(ImportService.RUN)
class ImportController {

    static final String PATH = "/api/household/v1/imports";

    private static final String SENSITIVE = "household:read-sensitive";
    private static final String LOOK_AGAIN_SECONDS = "1";

    private final ImportService imports;
    private final ImportJobs jobs;
    private final ImportHistory history;
    private final ImportFindings findings;
    private final ErrorWorkbook workbook;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Problems problems;

    ImportController(ImportService imports, ImportJobs jobs, ImportHistory history, ImportFindings findings,
            ErrorWorkbook workbook,
            Idempotency idempotency, Audit audit, Problems problems) {
        this.imports = imports;
        this.jobs = jobs;
        this.history = history;
        this.findings = findings;
        this.workbook = workbook;
        this.idempotency = idempotency;
        this.audit = audit;
        this.problems = problems;
    }

    @PostMapping
    ResponseEntity<ImportView> create(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewImport wanted, Caller caller, Authentication authentication) {
        var outcome = idempotency.once(caller, "POST " + PATH, key, wanted, () -> PATH + "/" + imports.create(wanted.area(),
                wanted.dataYear(), wanted.fileName(), wanted.commit() == null ? CommitMode.MANUAL : wanted.commit(), caller,
                authentication));
        var job = imports.own(outcome.location().substring(PATH.length() + 1), caller, authentication);
        return answer(ResponseEntity.created(URI.create(outcome.location())), job);
    }

    /** Imports of the area, the newest first: the caller's own, and those of colleagues where he is, or may be, the second officer. */
    @GetMapping
    Page<ImportView> history(Area area, @RequestParam(required = false) @Nullable ImportState state, Caller caller, Cursor after,
            @Permitted(ImportService.COMMIT) Scope second) {
        var before = after.isStart() ? Long.MAX_VALUE : after.number(0);
        var page = Page.of(history.of(caller.account(), area, second, state, before, after.fetch()), after,
                job -> List.of(job.id()));
        return new Page<>(page.items().stream().map(this::view).toList(), page.next());
    }

    @GetMapping("/{id}")
    ResponseEntity<ImportView> one(@PathVariable String id, Caller caller, Authentication authentication) {
        return answer(ResponseEntity.ok(), imports.visible(id, caller, authentication));
    }

    /** The file itself; a file that broke off is sent again. */
    @PutMapping(path = "/{id}/content", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<ImportView> upload(@PathVariable String id, HttpServletRequest request, Caller caller,
            Authentication authentication) throws IOException {
        var job = imports.own(id, caller, authentication);
        imports.upload(job, caller, request.getInputStream(), request.getContentLengthLong());
        return answer(ResponseEntity.accepted().location(URI.create(PATH + "/" + id)), jobs.get(job.id()));
    }

    @PutMapping("/{id}/commit")
    @May(ImportService.COMMIT)
    ResponseEntity<ImportView> commit(@PathVariable String id, Caller caller, Authentication authentication) {
        var job = imports.visible(id, caller, authentication);
        imports.commit(job, caller, authentication);
        return answer(ResponseEntity.accepted().location(URI.create(PATH + "/" + id)), jobs.get(job.id()));
    }

    /** Ends an import; of a running commit, what is in stays in. */
    @DeleteMapping("/{id}")
    ResponseEntity<ImportView> cancel(@PathVariable String id, Caller caller, Authentication authentication) {
        var job = imports.own(id, caller, authentication);
        imports.cancel(job, caller);
        return answer(ResponseEntity.ok(), jobs.get(job.id()));
    }

    /** Why rows are not in, and, as warnings, what the rules say of those that are; of the level that is asked for, or all. */
    @GetMapping("/{id}/errors")
    Page<RowError> errors(@PathVariable String id, @RequestParam(required = false) RuleEntry.@Nullable Level level, Caller caller,
            Authentication authentication, Cursor after, @Permitted(SENSITIVE) Scope sensitive, Locale locale) {
        var job = imports.visible(id, caller, authentication);
        if (job.state() == ImportState.CHECKING || job.state() == ImportState.REFUSED) {
            return new Page<>(List.of(), null); // not all rows have been judged, or there are none that could be
        }
        var found = findings.after(job.id(), after.isStart() ? 0 : (int) after.number(0), after.text(1), after.text(2),
                after.fetch(), new Wanted(level, isCovered(job, sensitive)));
        var page = Page.of(found, after, finding -> List.of(finding.rowNo(), finding.code(), finding.field()));
        return new Page<>(page.items().stream().map(finding -> RowError.of(finding, locale)).toList(), page.next());
    }

    /** The rows that are not in, as they came, with their reasons; on a second sheet those that have warnings. */
    @GetMapping(path = "/{id}/error-workbook", produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    void errorWorkbook(@PathVariable String id, Caller caller, Authentication authentication,
            @Permitted(SENSITIVE) Scope sensitive,
            Locale locale, HttpServletResponse response) throws IOException {
        var job = imports.visible(id, caller, authentication);
        if (job.template() == null || job.state() == ImportState.CHECKING || job.state() == ImportState.REFUSED) {
            throw new ImportInOtherState(job.state());
        }
        if (job.storedUpload() == null || job.fileDeletedAt() != null) {
            throw new FileDeleted();
        }
        audit.record(caller, "import.error-workbook-read", Subject.in(job.area(), "import", job.number()));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors-" + job.number() + ".xlsx\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        workbook.write(job, isCovered(job, sensitive), locale, response.getOutputStream());
    }

    private ResponseEntity<ImportView> answer(ResponseEntity.BodyBuilder answer, ImportJob job) {
        if (job.state().isRunning()) {
            answer.header(HttpHeaders.RETRY_AFTER, LOOK_AGAIN_SECONDS);
        }
        return answer.eTag(Version.tag(job.version())).body(view(job));
    }

    private static boolean isCovered(ImportJob job, Scope sensitive) {
        return sensitive.covers(job.range().from()) && sensitive.covers(job.range().to());
    }

    private ImportView view(ImportJob job) {
        return ImportView.of(job, jobs.now(), problems);
    }

    /** What is to come. */
    record NewImport(@NotBlank @Size(max = 200) String fileName, @NotBlank @Size(max = 12) String area, @NotNull Integer dataYear,
            @Nullable CommitMode commit) {}

    /** One reason why a row is not in, or a warning about one that is; no value of the row. */
    record RowError(int row, String code, RuleEntry.Level level, String field, @Nullable String household, String message) {

        static RowError of(RowFinding finding, Locale locale) {
            return new RowError(finding.rowNo(), finding.code(), finding.level(), finding.field(), finding.householdNumber(),
                    finding.text(locale));
        }
    }
}
