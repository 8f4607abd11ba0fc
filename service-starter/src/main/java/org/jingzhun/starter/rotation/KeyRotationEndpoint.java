package org.jingzhun.starter.rotation;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Orders new keys and shows how far the renewal has come; for administrators of the whole installation. A service makes a controller of it
 * that says under which path.
 */
@May("key:rotate")
public abstract class KeyRotationEndpoint {

    private final String path;
    private final KeyRotations rotations;
    private final Idempotency idempotency;
    private final Audit audit;

    protected KeyRotationEndpoint(String path, KeyRotations rotations, Idempotency idempotency, Audit audit) {
        this.path = path;
        this.rotations = rotations;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /** Without a body it is the key for fields. */
    @PostMapping
    public ResponseEntity<KeyRotation> order(Scope scope, Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable WantedRotation wanted) {
        requireEverything(scope);
        var kind = wanted == null ? KeyRotation.Kind.FIELDS : Objects.requireNonNullElse(wanted.kind(), KeyRotation.Kind.FIELDS);
        var done = idempotency.once(caller, "POST " + path, key, kind, () -> {
            var id = Long.toString(rotations.order(kind, caller.account()));
            audit.record(caller, "key-rotation.ordered", Subject.of("key-rotation", id), Map.of("kind", kind.name()));
            return path + "/" + id;
        });
        return ResponseEntity.created(URI.create(done.location()))
                .body(find(Long.parseLong(done.location().substring(path.length() + 1))));
    }

    @GetMapping
    public Page<KeyRotation> list(Scope scope, Cursor after) {
        requireEverything(scope);
        return Page.of(rotations.before(after.isStart() ? Long.MAX_VALUE : after.number(0), after.fetch()), after,
                rotation -> List.of(rotation.id()));
    }

    @GetMapping("/{id}")
    public KeyRotation one(@PathVariable long id, Scope scope) {
        requireEverything(scope);
        return find(id);
    }

    private KeyRotation find(long id) {
        return rotations.find(id).orElseThrow(RotationNotFound::new);
    }

    /** The key is that of the whole service: the administrator of a county does not change it. */
    private static void requireEverything(Scope scope) {
        if (!(scope instanceof Scope.Ranges mine)
                || mine.ranges().stream().noneMatch(range -> range.contains(CodeRange.under("")))) {
            throw new AccessDeniedException("only for the whole installation");
        }
    }

    /** Which key. */
    public record WantedRotation(KeyRotation.@Nullable Kind kind) {}
}
