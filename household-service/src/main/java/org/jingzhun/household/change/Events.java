package org.jingzhun.household.change;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what happened into the life of households and persons 【生命历程】: one event of the household, and one of each person whose values or
 * place changed.
 */
@Component
class Events {

    private static final int FIELDS_LENGTH = 1000;

    private final JdbcClient jdbc;

    Events(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(Change change, @Nullable String approvedBy, Instant at) {
        var fields = new LinkedHashMap<String, LinkedHashSet<String>>();
        fields.put("", new LinkedHashSet<>()); // the household itself
        for (var line : change.lines()) {
            fields.computeIfAbsent(Objects.requireNonNullElse(line.person(), ""), person -> new LinkedHashSet<>())
                    .add(line.field());
        }
        fields.forEach(
                (person, names) -> insert(change, person.isEmpty() ? null : person, String.join(",", names), approvedBy, at));
    }

    private void insert(Change change, @Nullable String person, String fields, @Nullable String approvedBy, Instant at) {
        var partner = change.partner();
        jdbc.sql("""
                insert into register_event (number, action, effective_on, recorded_at, household, village, person, other_household,
                       other_village, change_number, fields, reason, evidence, entered_by, approved_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(Numbers.random("E"))
                .param(change.wanted().name())
                .param(change.wanted().effectiveOn())
                .param(LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .param(change.main().household())
                .param(change.main().village())
                .param(person)
                .param(partner == null ? null : partner.household())
                .param(partner == null ? null : partner.village())
                .param(change.number())
                .param(fields.isEmpty() ? null : fields.substring(0, Math.min(fields.length(), FIELDS_LENGTH)))
                .param(change.wanted().reason().strip())
                .param(change.wanted().evidence().strip())
                .param(change.enteredBy())
                .param(approvedBy)
                .update();
    }
}
