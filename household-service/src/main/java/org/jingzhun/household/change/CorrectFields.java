package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fields are put right from a day on 【信息更正】: of the household, its members, their place in it, or of a year that it reported. A correction
 * reaches as far as the wrong value did; a later change of the same field stays. What must change together stands in one.
 */
record CorrectFields(@NotBlank @Pattern(regexp = Action.NUMBER) String household, @NotNull LocalDate effectiveOn,
        @NotBlank @Size(max = 400) String reason, @NotBlank @Size(max = 400) String evidence,
        @NotEmpty @Size(max = 60) List<@Valid @NotNull Correction> corrections) implements Action {

    static final String NAME = "correct-fields";
    private static final int FIRST_YEAR = 2014;

    /** A field and the value that it should have. */
    record Correction(
            @Nullable @Pattern(regexp = Action.NUMBER) @Schema(description = "Number of the member whose field it is") String person,
            @Nullable @Schema(description = "Of a field that the household reports for a year") Integer year,
            @NotBlank @Size(max = 40) String field,
            @Schema(implementation = Object.class, description = "As the field is: text, code, array of codes, number, true or false; null empties it") @Nullable JsonNode value) {

        @Override
        public String toString() {
            return "Correction[" + field + "]"; // values may be personal
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> existing() {
        return List.of(household);
    }

    @Override
    public Main plan(Planning plan) {
        var own = plan.ownOnTheDay(household);
        var wanted = new LinkedHashMap<Row, Map<Field, @Nullable String>>();
        for (int i = 0; i < corrections.size(); i++) {
            read(plan, corrections.get(i), "/corrections/" + i, wanted);
        }
        plan.requireNoFlaw();
        plan.matter(NAME);
        wanted.forEach((row, values) -> {
            values.keySet().stream().filter(field -> field != Field.RELATION)
                    .forEach(field -> plan.matter(Action.matter("field", field.key())));
            write(plan, own, row, values);
        });
        plan.requireNoFlaw();
        return new Main(own.number(), own.village());
    }

    private static void read(Planning plan, Correction one, String pointer, Map<Row, Map<Field, @Nullable String>> wanted) {
        var field = Field.of(one.field()).filter(Field::isCorrectable).orElse(null);
        if (field == null) {
            plan.flaw(pointer + "/field", "value.field");
            return;
        }
        var ofPerson = field.holder() == Holder.PERSON
                || field.holder() == Holder.MEMBERSHIP;
        var ofYear = field.holder() == Holder.HOUSEHOLD_YEAR;
        if (ofPerson != (one.person() != null)) {
            plan.flaw(pointer + "/person", ofPerson ? "value.person" : "value.no-person");
        }
        var year = one.year();
        if (ofYear != (year != null) || (year != null && (year < FIRST_YEAR || year > plan.on().getYear()))) {
            plan.flaw(pointer + "/year", ofYear ? "value.year" : "value.no-year");
        }
        var values = wanted.computeIfAbsent(new Row(field.holder(), one.person(), year), row -> new LinkedHashMap<>());
        if (values.containsKey(field)) {
            plan.flaw(pointer + "/field", "value.twice");
        }
        plan.value(field, one.value(), pointer + "/value", values);
    }

    private void write(Planning plan, RegisterState.Household own, Row row, Map<Field, @Nullable String> values) {
        var person = row.person();
        var year = row.year();
        if (person != null) {
            var pointer = "/corrections/" + indexOf(person) + "/person";
            plan.member(own, person, pointer).ifPresent(member -> {
                if (row.holder() == Holder.MEMBERSHIP) {
                    plan.relate(own, member, values.get(Field.RELATION));
                } else {
                    plan.write(own, member, values);
                }
            });
        } else if (year != null) {
            plan.writeYear(own, year, values);
        } else {
            plan.write(own, values);
        }
    }

    private int indexOf(String person) {
        return corrections.stream().map(Correction::person).toList().indexOf(person);
    }

    /** A row of the register that is corrected. */
    private record Row(Holder holder, @Nullable String person, @Nullable Integer year) {}
}
