package org.jingzhun.identity.rotation;

import java.net.URI;
import java.util.List;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jingzhun.starter.rotation.KeyRotation;
import org.jingzhun.starter.rotation.KeyRotations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders a new key for encrypted fields and shows how far their renewal has come; for administrators of the whole installation. */
@RestController
@RequestMapping("/api/identity/v1/key-rotations")
@May("key:rotate")
class KeyRotationController {

    private static final String PATH = "/api/identity/v1/key-rotations";

    private final KeyRotations rotations;
    private final Idempotency idempotency;
    private final Audit audit;

    KeyRotationController(KeyRotations rotations, Idempotency idempotency, Audit audit) {
        this.rotations = rotations;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    @PostMapping
    ResponseEntity<KeyRotation> order(Scope scope, Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        requireEverything(scope);
        var done = idempotency.once(caller, "POST " + PATH, key, "", () -> {
            var id = Long.toString(rotations.order(caller.account()));
            audit.record(caller, "key-rotation.ordered", Subject.of("key-rotation", id));
            return PATH + "/" + id;
        });
        return ResponseEntity.created(URI.create(done.location()))
                .body(find(Long.parseLong(done.location().substring(PATH.length() + 1))));
    }

    @GetMapping
    Page<KeyRotation> list(Scope scope, Cursor after) {
        requireEverything(scope);
        return Page.of(rotations.before(after.isStart() ? Long.MAX_VALUE : after.number(0), after.fetch()), after,
                rotation -> List.of(rotation.id()));
    }

    @GetMapping("/{id}")
    KeyRotation one(@PathVariable long id, Scope scope) {
        requireEverything(scope);
        return find(id);
    }

    private KeyRotation find(long id) {
        return rotations.find(id).orElseThrow(RotationNotFound::new);
    }

    /** The key is that of the whole register: the administrator of a county does not change it. */
    private static void requireEverything(Scope scope) {
        if (!(scope instanceof Scope.Ranges mine)
                || mine.ranges().stream().noneMatch(range -> range.contains(CodeRange.under("")))) {
            throw new AccessDeniedException("only for the whole installation");
        }
    }
}
