package org.jingzhun.household.change;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.person.Phone;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.household.rules.Catalogue;
import org.jingzhun.household.rules.FindingTexts;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Changes as they are answered: numbers masked, what is sensitive withheld from who may not see it. */
@Component
class ChangeViews {

    private final Sight sight;
    private final Clock clock;

    ChangeViews(Sight sight, Clock clock) {
        this.sight = sight;
        this.clock = clock;
    }

    ChangeView view(Change it, Scope sensitive) {
        var open = Changes.isIn(it, sensitive);
        var partner = it.partner();
        return new ChangeView(it.number(), it.wanted().name(), it.state(), it.fourEyes(), it.main().household(),
                it.main().village(),
                partner == null ? null : partner.household(), partner == null ? null : partner.village(),
                it.wanted().effectiveOn(), it.lines().stream().map(line -> view(line, open)).toList(),
                it.wanted().reason().strip(),
                it.wanted().evidence().strip(), it.enteredBy(), local(it.enteredAt()), it.decidedBy(),
                it.decidedAt() == null ? null : local(it.decidedAt()), it.refusal(),
                it.conflicts().isEmpty() ? null : it.conflicts(), warnings(it, open));
    }

    private static @Nullable List<WarningView> warnings(Change it, boolean open) {
        var shown = it.warnings().stream().filter(warning -> open || !Catalogue.shipped().get(warning.rule()).isSensitive())
                .map(ChangeViews::view).toList();
        return shown.isEmpty() ? null : shown;
    }

    private static WarningView view(Warning it) {
        var field = Field.of(it.field()).orElseThrow();
        return new WarningView(it.household(), it.person(), it.rule(), it.field(),
                FindingTexts.text(it.rule(), field, it.arguments(), LocaleContextHolder.getLocale()));
    }

    private LineView view(Line line, boolean open) {
        var withheld = !open && sight.isHidden(line);
        return new LineView(line.household(), line.person(), line.year(), line.field(),
                withheld ? null : shown(line, line.oldValue()),
                withheld ? null : shown(line, line.newValue()), withheld ? true : null);
    }

    private static @Nullable String shown(Line line, @Nullable String value) {
        var field = Field.of(line.field()).orElse(null);
        if (value == null || field == null || !field.isEncrypted()) {
            return value;
        }
        return field == Field.RESIDENT_ID ? ResidentId.mask(value) : Phone.mask(value);
    }

    private String local(Instant at) {
        return OffsetDateTime.ofInstant(at, clock.getZone()).toString();
    }

    /** A change; values are masked, and null where {@code withheld}. A new household or person has its number here already. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(String number, String action, ChangeState state, boolean fourEyes, String household, String village,
            @Nullable String otherHousehold, @Nullable String otherVillage, LocalDate effectiveOn, List<LineView> lines,
            String reason, String evidence, String enteredBy, String enteredAt, @Nullable String decidedBy,
            @Nullable String decidedAt, @Nullable String refusal, @Nullable List<Conflict> conflicts,
            @Nullable List<WarningView> warnings) {}

    /** What the rules warn of once the change is made, and did not before: it is accepted, and the next run finds it. */
    record WarningView(String household, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String person, String rule,
            String field, String detail) {}

    /** One field: what stood there and what is to stand there. */
    record LineView(String household, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String person,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer year, String field, @Nullable String oldValue,
            @Nullable String newValue, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean withheld) {}
}
