package org.jingzhun.household.correction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.household.correction.CorrectionController.CorrectionView;
import org.jingzhun.household.person.Phone;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.household.register.Sensitivity;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Corrections as they are answered: numbers masked, what is sensitive withheld from who may not see it. */
@Component
class CorrectionViews {

    private final JdbcClient jdbc;
    private final Sensitivity sensitivity;
    private final Clock clock;

    CorrectionViews(JdbcClient jdbc, Sensitivity sensitivity, Clock clock) {
        this.jdbc = jdbc;
        this.sensitivity = sensitivity;
        this.clock = clock;
    }

    CorrectionView view(Correction correction, Scope sensitive) {
        return views(List.of(correction), sensitive).getFirst();
    }

    List<CorrectionView> views(List<Correction> corrections, Scope sensitive) {
        var hidden = corrections.stream().filter(it -> !sensitive.covers(it.village())).toList();
        var children = children(
                hidden.stream().flatMap(it -> it.changes().stream()).map(Change::person).filter(Objects::nonNull).toList());
        return corrections.stream().map(it -> view(it, sensitive.covers(it.village()), children)).toList();
    }

    private CorrectionView view(Correction it, boolean open, Set<String> children) {
        return new CorrectionView(it.number(), it.household(), it.village(), it.state(), it.fourEyes(),
                it.changes().stream().map(change -> view(change, open, children)).toList(), it.reason(), it.evidence(),
                it.enteredBy(),
                local(it.enteredAt()), it.decidedBy(), it.decidedAt() == null ? null : local(it.decidedAt()), it.refusal());
    }

    private ChangeView view(Change change, boolean open, Set<String> children) {
        var withheld = !open && (children.contains(String.valueOf(change.person())) || tellsOfHealth(change));
        return withheld
                ? new ChangeView(change.person(), change.field().key(), null, null, true)
                : new ChangeView(change.person(), change.field().key(), masked(change.field(), change.oldValue()),
                        masked(change.field(), change.newValue()), null);
    }
    private boolean tellsOfHealth(Change change) {
        return switch (change.field()) {
            case HEALTH -> true;
            case MAIN_CAUSE -> sensitivity.tellsOfHealth(change.oldValue()) || sensitivity.tellsOfHealth(change.newValue());
            default -> false;
        };
    }

    private static @Nullable String masked(CorrectableField field, @Nullable String value) {
        if (value == null || !field.isEncrypted()) {
            return value;
        }
        return field == CorrectableField.RESIDENT_ID ? ResidentId.mask(value) : Phone.mask(value);
    }

    private Set<String> children(Collection<@Nullable String> persons) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("select number, birth_date from person where number in (:persons)")
                .param("persons", persons)
                .query((row, index) -> sensitivity.isChild(row.getObject(2, LocalDate.class)) ? row.getString(1) : "").list());
    }

    private String local(Instant at) {
        return OffsetDateTime.ofInstant(at, clock.getZone()).toString();
    }

    /** One field: what stood there and what was to stand there. */
    record ChangeView(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String person, String field, @Nullable String oldValue,
            @Nullable String newValue, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean withheld) {}
}
