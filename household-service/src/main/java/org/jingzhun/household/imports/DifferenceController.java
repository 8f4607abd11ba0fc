package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.imports.DifferenceKeys.Kind;
import org.jingzhun.household.imports.DifferenceView.Value;
import org.jingzhun.household.person.Phone;
import org.jingzhun.household.register.Sensitivity;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a checked file would change, field by field, and what is decided where it contradicts the register. */
@RestController
@RequestMapping(ImportController.PATH + "/{id}")
@May(ImportService.RUN)
class DifferenceController {

    private final ImportService imports;
    private final DifferenceKeys keys;
    private final DifferenceReader reader;
    private final DifferenceSummary summary;
    private final StagedDigests digests;
    private final Sensitivity sensitivity;
    private final FieldCipher cipher;

    DifferenceController(ImportService imports, DifferenceKeys keys, DifferenceReader reader, DifferenceSummary summary,
            StagedDigests digests, Sensitivity sensitivity, FieldCipher cipher) {
        this.imports = imports;
        this.keys = keys;
        this.reader = reader;
        this.summary = summary;
        this.digests = digests;
        this.sensitivity = sensitivity;
        this.cipher = cipher;
    }

    @GetMapping("/differences")
    Page<DifferenceView> differences(@PathVariable String id, @RequestParam(defaultValue = "all") String kind, Caller caller,
            Authentication authentication, Cursor after, @Permitted("household:read-sensitive") Scope sensitive) {
        var job = checked(id, caller, authentication);
        var wanted = kind(kind);
        var found = keys.after(job, wanted, after.isStart() ? -1 : (int) after.number(0),
                after.isStart() ? 0 : (int) after.number(1), after.fetch());
        var page = Page.of(found, after, key -> List.of(key.householdSeq(), key.rowNo()));
        return new Page<>(digests.look(job, () -> reader.read(job, page.items())).stream().map(it -> view(it, wanted, sensitive))
                .toList(), page.next());
    }

    @GetMapping("/difference-summary")
    DifferenceView.Summary summary(@PathVariable String id, Caller caller, Authentication authentication) {
        var job = checked(id, caller, authentication);
        return new DifferenceView.Summary(Map.of("new", job.newRows(), "changed", job.changedRows(), "unchanged",
                job.unchangedRows(), "refused", job.refusedRows(), "conflicting", job.conflictingRows(), "registerNewer",
                job.newerRows()), digests.look(job, () -> summary.of(job)));
    }

    @PutMapping("/decisions")
    ResponseEntity<Void> decide(@PathVariable String id, @Valid @RequestBody DifferenceView.Wanted wanted, Caller caller,
            Authentication authentication) {
        var job = imports.visible(id, caller, authentication);
        var exceptions = new ArrayList<Decisions.Single>();
        for (var exception : wanted.exceptions() == null ? List.<DifferenceView.WantedException>of() : wanted.exceptions()) {
            var field = Field.of(exception.field()).filter(job.columns().told()::contains)
                    .orElseThrow(() -> new ImportNotPossible("/exceptions", "import.decision-field"));
            exceptions.add(new Decisions.Single(exception.household(), exception.person(), field, exception.decision()));
        }
        imports.decide(job, wanted.common(), exceptions, caller);
        return ResponseEntity.noContent().build();
    }

    private ImportJob checked(String id, Caller caller, Authentication authentication) {
        var job = imports.visible(id, caller, authentication);
        if (job.state() != ImportState.CHECKED) {
            throw new ImportInOtherState(job.state());
        }
        return job;
    }

    private static Kind kind(String written) {
        return switch (written) {
            case "new" -> Kind.NEW;
            case "changed" -> Kind.CHANGED;
            case "conflicting" -> Kind.CONFLICTING;
            case "register-newer" -> Kind.NEWER;
            case "all" -> Kind.ALL;
            default -> throw new ImportNotPossible("/kind", "import.difference-kind");
        };
    }

    private DifferenceView view(Difference difference, Kind kind, Scope sensitive) {
        var open = sensitive.covers(difference.village());
        var child = !open && sensitivity.isChild(difference.born());
        var values = difference.fields().stream()
                .filter(it -> kind != Kind.CONFLICTING || it.state() == FieldDifference.State.CONFLICTING)
                .filter(it -> kind != Kind.NEWER || it.state() == FieldDifference.State.REGISTER_NEWER)
                .map(it -> child || (!open && isSensitive(it)) ? Value.withheld(it) : value(difference, it)).toList();
        return new DifferenceView(difference.household(), difference.person(), difference.row() == 0 ? null : difference.row(),
                difference.isNew(), difference.isMerged() ? true : null, values);
    }

    private boolean isSensitive(FieldDifference it) {
        return it.field().isSensitive() || sensitivity.tellsOfHealth(it.field(), it.register())
                || sensitivity.tellsOfHealth(it.field(), it.file());
    }

    private Value value(Difference difference, FieldDifference it) {
        if (!it.field().isEncrypted()) {
            return new Value(it.field().key(), it.state(), it.register(), it.file(), null);
        }
        return new Value(it.field().key(), it.state(), masked(difference, it.field(), "register"),
                masked(difference, it.field(), "file"), null);
    }

    private @Nullable String masked(Difference difference, Field field, String of) {
        var encrypted = difference.ciphers().get(of + "." + field.column());
        var number = difference.person() == null ? difference.household() : difference.person();
        return encrypted == null ? null : Phone.mask(cipher.decryptText(encrypted, field.cipherColumn(), number));
    }
}
